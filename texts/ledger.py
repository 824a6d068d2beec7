"""Writes the consent ledger."""

from __future__ import annotations

from hashlib import sha256

from texts.models import Act, ConsentEvent
from texts.models.subscribers import Addressed


def record(
    act: Act,
    whose: Addressed,
    *,
    wording: str = "",
    page_url: str = "",
    network: str = "",
    how: str = "",
) -> ConsentEvent:
    """Add a row for what became of the consent of ``whose`` (a sign-up or a subscriber)."""
    return ConsentEvent.objects.create(
        act=act,
        site_number=whose.site_id,
        site_name=whose.site.hostname,
        channel=whose.channel,
        mark=whose.mark,
        language=whose.language,
        wording=wording,
        digest=sha256(wording.encode()).hexdigest() if wording else "",
        page_url=page_url,
        network=network,
        how=how[:100],
    )
