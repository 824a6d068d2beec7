"""What to ask instead when nothing was found: a word with one mistake mended, or fewer words.

All words that are one mistake away are asked for at once, of the same index, and the best pages say
which of them there are (after P. Norvig, "How to write a spelling corrector"). So there is no list
of words to keep, the cost does not grow with the site, and no hidden page gives a word away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase
from typing import Final

from cms.models import SearchEntry
from cms.search.asking import Searched
from cms.search.words import Term, fold, root, terms_of, words_of

MOST_WORDS: Final = 4
MOST_SUGGESTIONS: Final = 3
#: Letters of a word that may be mended; of shorter ones too many are near.
LENGTHS: Final = range(4, 25)
PAGES_ASKED: Final = 10
#: Characters of each of these pages.
READ: Final = 20_000


def suggestions(words: Sequence[str], searched: Searched) -> list[str]:
    """Queries near to ``words`` that find something, the nearest first."""
    mended = [near for word in words[:MOST_WORDS] if (near := _mended(word, searched))]
    whole = " ".join(mended)
    nearest = [whole] if len(mended) > 1 and _finds(whole, searched) else []
    asked = " ".join(words).lower()
    queries = dict.fromkeys([*nearest, *mended])
    return [query for query in queries if query.lower() != asked][:MOST_SUGGESTIONS]


def one_mistake_away(word: str) -> set[str]:
    """What becomes of ``word`` with a letter too few, too many, another, or two in the wrong order."""
    letters = ascii_lowercase + "".join(set(word) - set(ascii_lowercase))
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    left_out = {a + b[1:] for a, b in parts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1}
    other = {a + letter + b[1:] for a, b in parts if b for letter in letters}
    added = {a + letter + b for a, b in parts for letter in letters}
    return (left_out | swapped | other | added) - {word}


def _mended(word: str, searched: Searched) -> str:
    """``word`` if some page has it, else the word of a page that is one mistake away, else ""."""
    return word if _finds(word, searched) else _nearest(word, searched)


def _nearest(word: str, searched: Searched) -> str:
    folded = fold(word)
    if len(folded) not in LENGTHS:
        return ""
    near = frozenset(root(each, searched.language) for each in one_mistake_away(folded))
    pages = searched.written([Term(near)]).keys[:PAGES_ASKED]
    texts = SearchEntry.objects.filter(pk__in=pages).values_list("title", "text")
    seen = Counter(
        each.lower()
        for title, text in texts
        for each in words_of(f"{title} {text[:READ]}")
        if root(each, searched.language) in near
    )
    return seen.most_common(1)[0][0] if seen else ""


def _finds(query: str, searched: Searched) -> bool:
    return bool(searched.written(terms_of(words_of(query), searched.language)))
