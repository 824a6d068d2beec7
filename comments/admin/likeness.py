"""The spam score in words, and in the steps by which moderators look for it."""

from __future__ import annotations

from typing import Final

from django.db.models import Q, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.judging import BELIEVED_BELOW, SPAM_FROM


class Likeness(TextChoices):
    UNLIKELY = "unlikely", gettext_lazy("unlikely")
    POSSIBLE = "possible", gettext_lazy("possible")
    LIKELY = "likely", gettext_lazy("likely")
    UNKNOWN = "unknown", gettext_lazy("not known yet")


#: The same for a queryset as ``likeness_of`` for one score.
HAS_SCORE: Final = {
    Likeness.UNLIKELY: Q(score__lt=BELIEVED_BELOW),
    Likeness.POSSIBLE: Q(score__gte=BELIEVED_BELOW, score__lt=SPAM_FROM),
    Likeness.LIKELY: Q(score__gte=SPAM_FROM),
    Likeness.UNKNOWN: Q(score__isnull=True, is_from_practice=False),
}


def likeness_of(score: float | None) -> Likeness:
    if score is None:
        return Likeness.UNKNOWN
    if score >= SPAM_FROM:
        return Likeness.LIKELY
    return Likeness.POSSIBLE if score >= BELIEVED_BELOW else Likeness.UNLIKELY


def in_words(score: float | None) -> str:
    """ "unlikely, 12 %"."""
    word = likeness_of(score).label
    if score is None:
        return str(word)
    return _("%(word)s, %(percent)d %%") % {"word": word, "percent": round(score * 100)}
