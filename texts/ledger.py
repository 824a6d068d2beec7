"""Writes the consent ledger."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.utils import timezone

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
    at: datetime | None = None,
) -> ConsentEvent:
    """Add a row for what became of the consent of ``whose`` (a sign-up or a subscriber), now or ``at`` a time."""
    return ConsentEvent.objects.create(
        at=at or timezone.now(),
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
