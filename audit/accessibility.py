"""Asks axe whether a page breaks a rule of WCAG 2.2 AA, with all that can be opened opened."""

from __future__ import annotations

from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCHEMES: Final = ("light", "dark")
WIDTHS: Final = (375, 1280)
HEIGHT: Final = 900
_OPEN_ALL: Final = (
    "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"
)


def dress(page: Page, *, scheme: Any, width: int) -> None:
    """Show pages as a reader with that colour scheme and that width of screen sees them."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": HEIGHT})


def violations(page: Page) -> list[str]:
    """A line for each broken rule, with the elements that break it."""
    page.evaluate(_OPEN_ALL)
    found = Axe().run(page).response["violations"]
    return [_line(each) for each in found]


def is_too_wide(page: Page) -> bool:
    """Whether a reader would have to scroll sideways (WCAG 2.2, 1.4.10)."""
    return bool(
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
    )


def _line(violation: dict[str, Any]) -> str:
    where = "; ".join(", ".join(map(str, node["target"])) for node in violation["nodes"][:3])
    return f"{violation['id']}: {violation['help']} ({where})"
