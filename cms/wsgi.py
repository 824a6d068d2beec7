"""The door for a WSGI server; production settings unless the environment names others."""

import os

from django.core.wsgi import get_wsgi_application

from cms.environment import read_dotenv

read_dotenv()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

application = get_wsgi_application()
