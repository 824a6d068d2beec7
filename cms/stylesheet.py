"""Joins the styles of all apps into the one stylesheet of the site.

A component's styles are a file of their own in the ``styles`` folder of the app it belongs to; a page
asks for all of them at once. Which rule wins is decided by the layers, not by the order of the files.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.apps import apps
from django.conf import settings

from cms.packing import Packed, pack

COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
LAYERS: Final = "@layer reset, tokens, base, layout, components, utilities;\n"


def stylesheet(brand: str = "") -> Packed:
    """The whole stylesheet, followed by ``brand``: a site's own values of the tokens, as CSS."""
    if settings.DEBUG:
        _packed.cache_clear()
    return _packed(brand)


@lru_cache(maxsize=64)
def _packed(brand: str) -> Packed:
    styles = (_lean(path.read_text()).encode() for path in _files())
    return pack([LAYERS.encode(), *styles, brand.encode()])


def _lean(css: str) -> str:
    """``css`` without comments and indentation, which are a seventh of what would be sent."""
    lines = (line.strip() for line in COMMENT.sub("", css).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _files() -> list[Path]:
    folders = (Path(app.path) / "styles" for app in apps.get_app_configs())
    return [path for folder in folders for path in sorted(folder.glob("*.css"))]
