"""The demo's words are complete, fit together and name nobody real."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser

import pytest

from demo.content.articles import ARTICLES, CATEGORIES
from demo.content.comments import TALKS
from demo.content.home import CONTACT, POSTS
from demo.content.legal import LEGAL_PAGES
from demo.content.people import PEOPLE
from demo.content.practice import PRACTICE
from demo.content.show import SHOW
from demo.content.translations import TRANSLATIONS
from demo.content.types import (
    Article,
    CallToAction,
    Heading,
    LegalPage,
    Listen,
    Paragraph,
    Picture,
    ReadOn,
    Remark,
)

EVERYTHING = (
    PRACTICE,
    PEOPLE,
    CATEGORIES,
    ARTICLES,
    SHOW,
    LEGAL_PAGES,
    CONTACT,
    POSTS,
    TRANSLATIONS,
    TALKS,
)
RICH_TEXT_TAGS = {"p", "ul", "ol", "li", "b", "i", "a"}
SHOW_NOTES_TAGS = {"p", "ul", "li", "a"}


def texts(value: object) -> Iterator[str]:
    """Yield every string in the content, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


class TagsInOrder(HTMLParser):
    """Collects tag names, and fails on one that is closed in the wrong place."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def rich_texts(text: Article | LegalPage) -> list[str]:
    return [block.html for block in text.body if isinstance(block, Paragraph)]


def words(article: Article) -> int:
    return len(re.sub(r"<[^>]+>", " ", " ".join(texts(article.body))).split())


def test_there_are_four_categories_and_each_has_an_article():
    assert len(CATEGORIES) == 4
    assert {article.category for article in ARTICLES} == {each.slug for each in CATEGORIES}


def test_every_author_has_written_an_article():
    assert len(PEOPLE) == 3
    assert {article.author for article in ARTICLES} == {person.slug for person in PEOPLE}


@pytest.mark.parametrize(
    "things", [ARTICLES, CATEGORIES, PEOPLE, SHOW.episodes, LEGAL_PAGES], ids=lambda t: t[0].slug
)
def test_no_slug_is_used_twice_and_all_fit_into_a_url(things):
    slugs = [thing.slug for thing in things]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.slug)
def test_an_article_is_worth_reading_and_ends_with_when_to_see_somebody(article):
    assert 500 <= words(article) <= 900
    headings = [block.text for block in article.body if isinstance(block, Heading)]
    assert headings[-1] == "When to see somebody"
    assert len(headings) >= 4


def test_articles_show_all_that_an_editor_can_place():
    kinds = [{type(block) for block in article.body} for article in ARTICLES]
    assert sum(Picture in each for each in kinds) >= 3
    assert sum(CallToAction in each for each in kinds) >= 2
    assert any(Listen in each for each in kinds)
    assert any(ReadOn in each for each in kinds)
    assert {bool(article.excerpt) for article in ARTICLES} == {True, False}


def test_every_article_has_tags_and_nobody_reviews_their_own_text():
    for article in ARTICLES:
        assert article.tags
        assert article.reviewer != article.author
        assert bool(article.reviewer) == bool(article.sources)


@pytest.mark.parametrize("text", [*ARTICLES, *LEGAL_PAGES], ids=lambda text: text.slug)
def test_rich_text_is_well_formed_and_uses_only_what_the_editor_offers(text):
    for html in rich_texts(text):
        assert TagsInOrder(html).seen <= RICH_TEXT_TAGS


@pytest.mark.parametrize("episode", SHOW.episodes, ids=lambda episode: episode.slug)
def test_show_notes_are_well_formed_and_use_only_what_apps_show(episode):
    assert TagsInOrder(episode.notes).seen <= SHOW_NOTES_TAGS


def test_the_trailer_comes_first_and_the_others_are_numbered():
    trailer, *others = SHOW.episodes
    assert (trailer.type, trailer.number) == ("trailer", None)
    assert [(episode.type, episode.number) for episode in others] == [
        ("full", number) for number in range(1, len(others) + 1)
    ]
    ages = [episode.days_ago for episode in SHOW.episodes]
    assert ages == sorted(ages, reverse=True)


def test_only_people_of_the_practice_speak():
    speakers = {
        line.speaker for each in SHOW.episodes for part in each.chapters for line in part.lines
    }
    assert speakers == {person.slug for person in PEOPLE}


def test_the_show_has_a_category_and_a_description_for_the_directories():
    assert SHOW.category
    assert SHOW.subcategory
    assert 2 <= len(SHOW.description) <= 3


def remarks(among: tuple[Remark, ...]) -> Iterator[Remark]:
    """Each of them, with all that answers it."""
    for remark in among:
        yield remark
        yield from remarks(remark.replies)


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.page)
def test_an_answer_comes_after_what_it_answers(talk):
    for remark in remarks(talk.remarks):
        assert all(reply.days_ago < remark.days_ago for reply in remark.replies)
        assert not remark.replies or remark.status == "approved"


def test_readers_have_one_name_and_the_practice_speaks_as_itself():
    everyone = [remark for talk in TALKS for remark in remarks(talk.remarks)]
    names = {remark.email: remark.name for remark in everyone}
    assert all(names[remark.email] == remark.name for remark in everyone)
    assert names[""] == PRACTICE.name


def test_every_address_and_number_is_reserved_for_examples():
    everything = " ".join(texts(EVERYTHING))
    mails = re.findall(r"[\w.+-]+@([\w.-]*\w)", everything)
    hosts = re.findall(r"https?://([^/\"\s<]+)", everything)
    assert mails
    assert hosts
    for host in [*mails, *hosts]:
        assert re.fullmatch(r"([\w-]+\.)*example\.(org|com)", host)


def test_every_telephone_number_is_fictional():
    everything = " ".join(texts(EVERYTHING))
    numbers = re.findall(r"\+?\d[\d -]{6,}\d", everything)
    assert PRACTICE.phone in numbers
    for number in numbers:
        assert re.search(r"555-?01\d\d$", number)


def test_only_secure_links_mail_articles_and_the_appointment_page_are_linked():
    articles = {f"article:{article.slug}" for article in ARTICLES}
    for link in re.findall(r'href="([^"]+)"', " ".join(texts(EVERYTHING))):
        assert link in articles or link.startswith(("https://", "mailto:"))
    for article in ARTICLES:
        for block in article.body:
            if isinstance(block, CallToAction):
                assert block.target == "appointment" or block.target.startswith("https://")
