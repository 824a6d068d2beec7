"""What a result shows of a text: the passage where the words are, marked, and nothing that could run."""

import re

from cms.search.marking import EXCERPT_LENGTH, Marker
from cms.search.words import terms_of, words_of

FILLER = "Some other words that say nothing at all. " * 30


def marker(query: str, language: str = "en") -> Marker:
    return Marker(terms_of(words_of(query), language), language)


def test_words_are_marked_by_root_accent_and_case_and_only_whole_words() -> None:
    marked = marker("über heron").mark("UBER herons, sherons & Überall")
    assert marked == "<mark>UBER</mark> <mark>herons</mark>, sherons &amp; Überall"


def test_what_looks_like_markup_is_escaped_between_and_inside_marks() -> None:
    marked = marker("mark b").mark("<mark> <b>&amp;</b> \"'")
    assert marked == (
        "&lt;<mark>mark</mark>&gt; &lt;<mark>b</mark>&gt;&amp;amp;&lt;/<mark>b</mark>&gt; &quot;&#x27;"
    )


def test_an_excerpt_shows_where_most_of_the_words_stand_together() -> None:
    text = f"A heron. {FILLER} The grey heron stands. {FILLER}"
    excerpt = marker("grey heron").excerpt(text)
    assert "<mark>grey</mark> <mark>heron</mark> stands" in excerpt
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert len(re.sub("</?mark>", "", excerpt)) <= EXCERPT_LENGTH + 2


def test_without_a_word_in_it_an_excerpt_is_the_beginning() -> None:
    assert marker("heron").excerpt(FILLER).startswith("Some other words that")
    assert marker("heron").excerpt("Short.\n\n  And plain.") == "Short. And plain."
    assert marker("").excerpt("") == ""


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert len(marker("heron").excerpt("日" * 5000)) == EXCERPT_LENGTH + 1


def test_marks_never_cut_an_entity() -> None:
    excerpt = marker("heron").excerpt("<&>" * 70 + " heron " + "<&>" * 200)
    assert re.sub("&(lt|amp|gt);|</?mark>", "", excerpt).strip("… ") in ("heron", "")
