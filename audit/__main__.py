"""``make audit``: crawl, axe, the markup checker, weight and Lighthouse over the demo site.

Names of parts as arguments run only those. Ends with 1 where a goal is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from audit import accessibility, browser, lighthouse, markup, weight
from audit.crawl import Crawler, Report
from audit.serving import demo_site

#: Pages of the demo that stand for their types.
SHOWN: Final = {
    "home": "/",
    "articles": "/articles/",
    "article": "/articles/the-stiff-back-in-the-morning/",
    "show": "/podcast/",
    "episode": "/podcast/five-minutes-out/",
    # Without a query: pages of results are kept from search engines on purpose.
    "search": "/search/",
}
NOT_LINKED: Final = ("/search/?query=qqqq", "/search/?query=walking")
#: Of an article without its pictures: 30 KB, of which 8 KB are JavaScript.
HEAVIEST: Final = 30 * 1024
HEAVIEST_SCRIPT: Final = 8 * 1024


def main() -> int:
    with demo_site() as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**browser.launch_options())
        report = Crawler(chromium.new_context(), base).run(starts=("/", *NOT_LINKED))
        parts: dict[str, Callable[[], list[str]]] = {
            "crawl": lambda: _crawl(report),
            "markup": lambda: _markup(report),
            "axe": lambda: _axe(chromium, report),
            "weight": lambda: _weight(chromium, base),
            "lighthouse": lambda: _lighthouse(base),
        }
        wanted = sys.argv[1:] or list(parts)
        faults = [fault for name in wanted for fault in _said(name, parts[name]())]
        chromium.close()
    return 1 if faults else 0


def _said(name: str, faults: list[str]) -> list[str]:
    print(f"{name}: {len(faults)} faults", *faults, sep="\n  ", flush=True)
    return faults


def _crawl(report: Report) -> list[str]:
    print(f"{len(report.pages)} pages and {len(report.others)} other addresses are linked")
    return [str(fault) for fault in report.faults]


def _markup(report: Report) -> list[str]:
    if missing := markup.missing():
        return [missing]
    return markup.errors(report.pages)


def _axe(chromium: Browser, report: Report) -> list[str]:
    page = chromium.new_page()
    faults = []
    for scheme in accessibility.SCHEMES:
        for width in accessibility.WIDTHS:
            accessibility.dress(page, scheme=scheme, width=width)
            for address in report.pages:
                page.goto(address)
                found = accessibility.violations(page)
                found += ["too wide"] if accessibility.is_too_wide(page) else []
                faults += [f"{address} {scheme} {width}: {each}" for each in found]
    page.close()
    return faults


def _weight(chromium: Browser, base: str) -> list[str]:
    faults = []
    for name, path in SHOWN.items():
        sizes = weight.bytes_by_kind(chromium, base + path)
        print(f"{name}: {sizes.total()} bytes {dict(sizes)}")
        if sizes.total() > HEAVIEST or sizes["JavaScript"] > HEAVIEST_SCRIPT:
            faults.append(f"{name} is too heavy")
    return faults


def _lighthouse(base: str) -> list[str]:
    if missing := lighthouse.missing():
        return [missing]
    faults = []
    for name, path in SHOWN.items():
        scores, reasons = lighthouse.scores(base + path)
        print(
            f"{name}: {' / '.join(map(str, scores.values()))}", *reasons, sep="\n    ", flush=True
        )
        faults += [
            f"{name}: {category} {scores[category]}"
            for category, goal in lighthouse.GOALS.items()
            if scores[category] < goal
        ]
    return faults


if __name__ == "__main__":
    sys.exit(main())
