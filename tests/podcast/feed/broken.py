"""Breaks a good feed in one place and tells what the rules find there."""

from __future__ import annotations

from podcast.feed.rules import Finding, check_rules
from tests.podcast.feed.full import full_channel, full_item
from tests.podcast.feed.samples import item, joined

#: A feed with every part, in which no rule finds anything.
GOOD = joined(full_channel(show_type="serial"), [full_item(), item(2)])


def broken(old: str, new: str) -> list[Finding]:
    """Return the findings in the good feed after the first ``old`` was replaced by ``new``."""
    assert old.encode() in GOOD, f"The good feed has no {old}"
    return check_rules(GOOD.replace(old.encode(), new.encode(), 1))


def codes(findings: list[Finding]) -> set[str]:
    """Return the findings' levels and codes, such as "error guid-duplicate"."""
    return {f"{finding.level} {finding.code}" for finding in findings}
