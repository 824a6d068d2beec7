#!/usr/bin/env python
"""Runs the project's commands; a developer's settings unless the environment names others."""

import os
import sys

from django.core.management import execute_from_command_line

from cms.environment import name_own_address, read_dotenv

if __name__ == "__main__":
    read_dotenv()
    name_own_address(sys.argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    execute_from_command_line(sys.argv)
