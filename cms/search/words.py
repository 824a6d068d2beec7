"""Words as the index knows them: without case, accents and endings, alike on every database.

The databases are given roots and asked for roots. So none of them needs a dictionary or an extension,
all find the same pages, and what a result marks is what was found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"[^\W_]+")
LONGEST_WORD: Final = 64
MAX_WORDS: Final = 20
#: From so many letters on, a word may be taken for the beginning of another.
SHORTEST_START: Final = 3

_ACCENTS: Final = re.compile("[\u0300-\u036f]+")
# Letters that no accent is taken from.
_PLAIN: Final = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Term:
    """One word asked for: any of ``roots``, or any word that begins with ``start`` unless it is ""."""

    roots: frozenset[str]
    start: str = ""

    def matches(self, word: str, language: str) -> bool:
        """Whether ``word``, as it stands in a text, is what was asked for."""
        if root(word, language) in self.roots:
            return True
        return bool(self.start) and fold(word).startswith(self.start)


def words_of(text: str) -> list[str]:
    """The bare words of ``text``: no database sees quotes, operators or other punctuation."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def terms_of(words: Sequence[str], language: str) -> list[Term]:
    """What to ask for, each word once."""
    terms = (Term(frozenset([root(word, language)])) for word in words[:MAX_WORDS])
    return list(dict.fromkeys(terms))


def unfinished(words: Sequence[str], language: str) -> list[Term]:
    """What to ask for if the last of ``words`` is only the beginning of one; [] if it is too short."""
    words = words[:MAX_WORDS]
    if not words or len(last := fold(words[-1])) < SHORTEST_START:
        return []
    return [*terms_of(words[:-1], language), Term(frozenset([root(words[-1], language)]), last)]


def roots_of(text: str, language: str) -> Iterator[str]:
    """The roots of all words of ``text``, in its order."""
    return (root(word, language) for word in words_of(text))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """``word`` in small letters, without accents."""
    word = word[:LONGEST_WORD]
    if word.isascii():
        return word.lower()
    letters = _ACCENTS.sub("", unicodedata.normalize("NFD", word.casefold()))
    return unicodedata.normalize("NFC", letters).translate(_PLAIN)


@lru_cache(maxsize=50_000)
def root(word: str, language: str) -> str:
    """What singular and plural, and the cases, have in common: light stemming, no word families."""
    cut = _CUTS.get(language.partition("-")[0])
    return cut(fold(word)) if cut else fold(word)


def _english(word: str) -> str:
    # After D. Harman, "How effective is suffixing?" (1991), and the silent e: box, boxes, nurse, nurses.
    if len(word) < 4:
        return word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ie"):
        return f"{word[:-2]}y"
    return word.removesuffix("e")


def _german(word: str) -> str:
    if word.endswith("innen"):
        return word[:-3]
    if word.endswith("eln"):
        word = word[:-1]
    for ending in ("ern", "ens", "em", "en", "er", "es", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    # Haus, Reis and Virus are no plurals.
    if len(word) > 4 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def _spanish(word: str) -> str:
    if word.endswith("ces"):
        return f"{word[:-3]}z"
    for ending in ("es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] in "aoe" else word


_CUTS: Final[dict[str, Callable[[str], str]]] = {"en": _english, "de": _german, "es": _spanish}
