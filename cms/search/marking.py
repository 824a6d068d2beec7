"""Shows in a text what was found: words in ``<mark>``, and the passage around the first of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from cms.search.words import WORD, Term, fold

EXCERPT_LENGTH: Final = 220
#: Characters before the first word found.
BEFORE: Final = 60
#: Characters that are looked through, and words found that are weighed, for one excerpt.
LOOKED_THROUGH: Final = 60_000
HITS_WEIGHED: Final = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: the number of the term, and where the word begins."""

    term: int
    place: int


class Marker:
    """Finds the words that answer ``terms`` in texts in ``language``."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self.terms = terms
        self.language = language
        # No ending changes how a word begins, so most words need not be looked at any closer.
        self._initials = {word[0] for term in terms for word in (*term.roots, term.start) if word}

    def mark(self, text: str) -> SafeString:
        """``text`` as safe HTML with every word found in ``<mark>``."""
        parts, end = [], 0
        for match in WORD.finditer(text):
            if self._term_of(match[0]) is not None:
                parts += [escape(text[end : match.start()]), f"<mark>{escape(match[0])}</mark>"]
                end = match.end()
        # Whatever is not a tag of ours has been escaped above.
        return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308

    def excerpt(self, text: str) -> SafeString:
        """What stands around the words found, or the beginning of ``text``, as safe HTML."""
        text = " ".join(text[:LOOKED_THROUGH].split())
        start = max(self._best_place(text) - BEFORE, 0)
        if start:
            start = text.find(" ", start) + 1
        part = text[start : start + EXCERPT_LENGTH]
        if start + EXCERPT_LENGTH < len(text):
            # The last word may have been cut through. A text without spaces keeps it.
            part = f"{part.rpartition(' ')[0] or part}…"
        return self.mark(f"…{part}" if start else part)

    def _best_place(self, text: str) -> int:
        """Where an excerpt shows most of the terms; 0 where there is none."""
        best, most = 0, 0
        hits = list(self._hits(text))
        for number, hit in enumerate(hits):
            end = hit.place + EXCERPT_LENGTH - 2 * BEFORE
            terms = len({each.term for each in hits[number:] if each.place < end})
            if terms > most:
                best, most = hit.place, terms
        return best

    def _hits(self, text: str) -> Iterator[Hit]:
        """The first places of each term."""
        if not self.terms:
            return
        left = [HITS_WEIGHED // len(self.terms) + 1] * len(self.terms)
        for match in WORD.finditer(text):
            term = self._term_of(match[0])
            if term is not None and left[term]:
                left[term] -= 1
                yield Hit(term, match.start())
            if not any(left):
                return

    def _term_of(self, word: str) -> int | None:
        if fold(word[0])[:1] not in self._initials:
            return None
        matching = (n for n, term in enumerate(self.terms) if term.matches(word, self.language))
        return next(matching, None)
