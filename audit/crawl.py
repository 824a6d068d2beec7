"""Follows every link of a site in a browser and writes down whatever is broken or out of place."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

MOST_PAGES: Final = 500
LOC: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# Chromium reports a violation to the document; a page must be listening before it loads.
_WATCH_POLICY: Final = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI || event.sample}`));
"""
_LINKS: Final = """() => [
  ...[...document.querySelectorAll("a[href], link[href]")].map((each) => each.href),
  ...[...document.querySelectorAll("audio[src], video[src], source[src], img[src]")].map((each) => each.src),
  ...[...document.querySelectorAll("source[srcset], img[srcset]")].flatMap(
    (each) => each.srcset.split(",").map((part) => new URL(part.trim().split(/\\s+/)[0], location).href)),
]"""
# What a browser leaves for later is asked for, too.
_LOAD_ALL: Final = """() => document.querySelectorAll("img[loading=lazy]").forEach(
  (each) => { each.loading = "eager"; })"""
_ANCHORS: Final = "() => [...document.querySelectorAll('[id]')].map((each) => each.id)"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: where it was seen, of what kind, and what exactly."""

    page: str
    kind: str
    detail: str

    def __str__(self) -> str:
        return f"{self.page}: {self.kind}: {self.detail}"


@dataclass(slots=True)
class Report:
    """What a crawl has seen; ``pages`` are HTML pages that answered 200, with their source."""

    pages: dict[str, str] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class Crawler:
    """One crawl of the site at ``base`` ("http://127.0.0.1:8000")."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base.rstrip("/")
        self.report = Report()
        self._context = context
        self._page = context.new_page()
        self._page.add_init_script(_WATCH_POLICY)
        self._page.on("console", self._heard)
        self._page.on("pageerror", lambda error: self._blame("script error", str(error)))
        self._page.on("request", self._asked)
        self._page.on("response", self._answered)
        self._at = self.base
        self._waiting: deque[tuple[str, str]] = deque()
        self._known: set[str] = set()
        self._anchors: dict[str, set[str]] = {}
        self._wanted_anchors: list[tuple[str, str, str]] = []

    def run(self, *, starts: tuple[str, ...] = ("/",)) -> Report:
        """Crawl from ``starts`` and the sitemap until nothing new is found."""
        for start in starts:
            self._note(self.base + start, "(start)")
        for address in self._in_the_sitemap(f"{self.base}/sitemap.xml"):
            self._note(address, "/sitemap.xml")
        while self._waiting and len(self.report.pages) < MOST_PAGES:
            self._visit(*self._waiting.popleft())
        for page, address, anchor in self._wanted_anchors:
            if address in self._anchors and anchor not in self._anchors[address]:
                self.report.faults.append(Fault(page, "link to no place", f"{address}#{anchor}"))
        self._page.close()
        return self.report

    def _in_the_sitemap(self, address: str) -> list[str]:
        self._known.add(address)
        body = self._context.request.get(address).body()
        found = [each.text or "" for each in ElementTree.fromstring(body).iter(LOC)]  # noqa: S314
        maps = [each for each in found if urlsplit(each).path.endswith(".xml")]
        pages = [each for each in found if each not in maps]
        return pages + [page for each in maps for page in self._in_the_sitemap(each)]

    def _note(self, link: str, page: str) -> None:
        address, anchor = urldefrag(link)
        if not self._is_ours(address):
            return
        # Times of a recording are no places in a page (Media Fragments, "t=").
        if anchor and not anchor.startswith(("t=", ":~:")):
            self._wanted_anchors.append((page, address, unquote(anchor)))
        if address not in self._known:
            self._known.add(address)
            self._waiting.append((address, page))

    def _is_ours(self, address: str) -> bool:
        parts = urlsplit(address)
        own = f"{parts.scheme}://{parts.netloc}" == self.base
        return own and not parts.path.startswith(("/admin/", "/django-admin/"))

    def _visit(self, address: str, linked_from: str) -> None:
        answer = self._context.request.head(address)
        content_type = answer.headers.get("content-type", "")
        if answer.status >= 400:
            detail = f"{address} answers {answer.status}"
            self.report.faults.append(Fault(linked_from, "broken link", detail))
        elif content_type.startswith("text/html"):
            self._read(address)
        else:
            self.report.others[address] = answer.status

    def _read(self, address: str) -> None:
        self._at = address
        response = self._page.goto(address, wait_until="load")
        if response is None or not response.ok:
            self._blame("page", f"answers {response and response.status}")
            return
        self.report.pages[address] = response.text()
        self._page.evaluate(_LOAD_ALL)
        self._page.wait_for_load_state("networkidle")
        self._anchors[address] = set(self._page.evaluate(_ANCHORS))
        for violation in self._page.evaluate("() => window.violations"):
            self._blame("content security policy", violation)
        for link in self._page.evaluate(_LINKS):
            self._note(link, address)

    def _blame(self, kind: str, detail: str) -> None:
        self.report.faults.append(Fault(self._at, kind, detail))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._blame(f"console {message.type}", message.text)

    def _asked(self, request: Request) -> None:
        if not self._is_ours(request.url) and not request.url.startswith(("data:", "blob:")):
            self._blame("request to somebody else", request.url)

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            self._blame("missing part", f"{response.url} answers {response.status}")
