"""The words of a text, counted and shortened without asking the database."""

from __future__ import annotations

import pytest

from cms.blocks import words


def paragraphs(*texts: str) -> list[dict[str, str]]:
    return [{"type": "paragraph", "value": text} for text in texts]


def test_a_short_text_is_its_own_lead() -> None:
    assert words.lead(paragraphs("<p>Sit &amp; <b>stand</b>.</p>")) == "Sit & stand."


def test_a_lead_ends_with_a_sentence_and_says_that_the_text_goes_on() -> None:
    sentence = "Ten words are in this sentence, which says very little."
    text = f"<p>{sentence} {sentence}</p><p>{sentence} {sentence} {sentence}</p>"
    assert words.lead(paragraphs(text)) == f"{' '.join([sentence] * 4)} …"


def test_a_sentence_without_end_is_cut_between_words() -> None:
    lead = words.lead(paragraphs(f"<p>{'word ' * 90}</p>"))
    assert lead == f"{' '.join(['word'] * 40)} …"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("“Go.” Then she went. Über all.", 3),
        ("On 3. October it rained. So what?", 2),
        ("It costs 3.50 a day, e.g. here.", 1),
    ],
)
def test_sentences_are_told_apart(text: str, sentences: int) -> None:
    assert len(words.sentences(text)) == sentences


def test_the_end_of_a_paragraph_ends_a_word() -> None:
    assert words.plain_text("<ul><li>one</li><li>two</li></ul><p>a<br/>b</p>") == "one two a b"


def test_what_looks_like_a_tag_to_readers_is_text() -> None:
    assert words.plain_text(
        '<p>If a &lt; b, <a id="3" linktype="page">go</a> &amp; b &gt; 1</p>'
    ) == ("If a < b, go & b > 1")


def test_what_an_import_left_of_a_comparison_stays() -> None:
    assert words.plain_text("<p>2 < 3 and 5 > 4<!-- aside --></p>") == "2 < 3 and 5 > 4"


def test_headings_quotes_and_captions_are_read_too() -> None:
    blocks = [
        {"type": "heading", "value": {"text": "Two words", "level": "2"}},
        *paragraphs("<p>Three more words</p>"),
        {"type": "quote", "value": {"text": "Slowly.", "attribution": "Edda"}},
        {"type": "picture", "value": {"image": 1, "alt": "", "caption": "A stone"}},
        {"type": "embed", "value": {"url": "https://vimeo.com/1", "title": "A film"}},
    ]
    assert words.word_count(blocks) == 8


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (1, 1), (200, 1), (420, 2), (1000, 5)])
def test_reading_takes_a_minute_at_least(count: int, minutes: int) -> None:
    assert words.reading_minutes(count) == minutes
