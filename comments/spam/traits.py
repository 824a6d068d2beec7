"""What can be noticed of a comment: its words and pairs of words, and how it is made. Plain Python."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

#: The longest trait that is kept, and how many words of a text are looked at.
LONGEST: Final = 64
MOST_WORDS: Final = 400
#: From so many letters on, and such a part of them, capitals are shouted.
SHOUTED_FROM, SHOUTED_PART = 10, 0.6

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LINK = re.compile(r"https?://[^\s<>\"')\]]+|www\.[^\s<>\"')\]]+", re.IGNORECASE)
#: Bounded, since what comes before the sign could else be searched again from each letter of it.
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")
_MARKUP = re.compile(r"<a\s|\[(?:url|link)\b", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥₿]\s?\d|\d\s?[$€£¥₿%]")


@dataclass(frozen=True, slots=True)
class Written:
    """What a reader typed, and nothing that was found out besides."""

    name: str
    email: str
    website: str
    text: str


def traits_of(written: Written) -> set[str]:
    """The traits, each once: a word that is said ten times tells no more than one said twice."""
    text = unicodedata.normalize("NFKC", written.text)
    plain = _ADDRESS.sub(" ", _LINK.sub(" ", text))
    words = [word.casefold() for word in _WORD.findall(plain)][:MOST_WORDS]
    found = {*words, *(f"{one} {other}" for one, other in pairwise(words))}
    found.update(_of_name(written), _of_links(written, text), _of_form(text, len(words)))
    return {trait[:LONGEST] for trait in found}


def _of_name(written: Written) -> Iterator[str]:
    yield from (f"name:{word.casefold()}" for word in _WORD.findall(written.name))
    yield f"mail:{written.email.casefold().rpartition('@')[2]}"
    if written.website:
        yield "website"


def _of_links(written: Written, text: str) -> Iterator[str]:
    links = _LINK.findall(f"{written.website} {text}")
    yield f"links:{min(len(links), 3)}"
    for host in filter(None, map(_host, links)):
        yield f"host:{host}"
        # Spam moves from host to host, but their names say what it sells. That there is a top level is no news.
        yield from filter(None, re.split(r"[.-]", host)[:-1])
    if _ADDRESS.search(_LINK.sub(" ", text)):
        yield "address"
    if _MARKUP.search(text):
        yield "markup"


def _host(link: str) -> str:
    try:
        address = link if "//" in link else f"//{link}"
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _of_form(text: str, words: int) -> Iterator[str]:
    letters = [char for char in text if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if len(letters) >= SHOUTED_FROM and capitals / len(letters) >= SHOUTED_PART:
        yield "shouted"
    yield from (f"script:{script}" for script in {_script(char) for char in letters[:200]})
    if _MONEY.search(text):
        yield "money"
    if "!!" in text:
        yield "exclaimed"
    yield "short" if words < 6 else "long" if words > 150 else "middling"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0].casefold()
