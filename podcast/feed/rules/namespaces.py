"""Rules about namespaces: exact to the letter, under the prefixes that readers match on."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from podcast.feed.rules.elements import PREFIXES
from podcast.feed.rules.finding import Finding, error, warning


def namespace_findings(rss: etree._Element) -> Iterator[Finding]:
    """Yield prefixes that mean something else than readers think, and missing ones."""
    # Namespaces are looked for in the whole document, as one may be declared on any element.
    declared = {pair for element in rss.iter(etree.Element) for pair in element.nsmap.items()}
    for prefix, namespace in sorted(declared, key=str):
        known = PREFIXES.get(prefix or "")
        if known and namespace != known:
            yield error("namespace-wrong", f"The prefix {prefix} stands for {namespace!r}.")
        if namespace in PREFIXES.values() and known != namespace:
            yield warning("namespace-prefix", f"The namespace {namespace} has no usual prefix.")
    if rss.nsmap.get("itunes") is None:
        yield error("namespace-missing", "The namespace itunes is not declared on <rss>.")
    encoding = rss.getroottree().docinfo.encoding
    if encoding.upper() != "UTF-8":
        yield error("encoding", f"The feed is in {encoding}, not in UTF-8.")
