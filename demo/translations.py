"""Translates some pages of the demo as an editor would: by copies into the tree of another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from wagtail.models import Locale, Page

from articles.models import ArticleIndexPage, ArticlePage, Category
from cms.models import Author, SiteSettings, StandardPage, Translated
from demo.blocks import stream_of
from demo.content.articles.breath import BREATH
from demo.content.legal import LEGAL_NOTICE
from demo.content.translations import TRANSLATIONS
from demo.content.types import Category as Shelf
from demo.content.types import PersonWords, Translation
from demo.media import Library


def translate_site(home: Page, library: Library) -> None:
    """Give the site whose first page is ``home`` the other languages of the demo."""
    others = [each for each in TRANSLATIONS if each.language != home.locale.language_code]
    for words in others:
        _translate(home, words, library)
    practice = SiteSettings.for_site(home.get_site())
    _say_also(practice, {each.language: asdict(each.practice) for each in others})
    for author in Author.objects.all():
        _say_also(author, {each.language: _of(author.slug, each.people) for each in others})
    for category in Category.objects.all():
        _say_also(category, {each.language: _of(category.slug, each.categories) for each in others})


def _of(slug: str, all_words: Sequence[PersonWords | Shelf]) -> dict[str, str]:
    """The words of whom or what ``slug`` names, by field."""
    words = next(asdict(each) for each in all_words if each.slug == slug)
    return {name: text for name, text in words.items() if name != "slug"}


def _say_also(thing: Translated, words: dict[str, dict[str, str]]) -> None:
    """Let ``thing`` say ``words`` too, which are sorted by language."""
    thing.translations = [
        ("words", {"language": language, **theirs}) for language, theirs in words.items()
    ]
    thing.save()


def _translate(home: Page, words: Translation, library: Library) -> None:
    locale, _is_new = Locale.objects.get_or_create(language_code=words.language)
    index = ArticleIndexPage.objects.child_of(home).get()
    _publish(
        home,
        locale,
        welcome=words.welcome,
        introduction=words.introduction,
        search_description=words.description,
    )
    _publish(
        index,
        locale,
        title=words.index_title,
        slug=words.index_slug,
        introduction=words.index_introduction,
    )
    _publish(
        ArticlePage.objects.child_of(index).get(slug=BREATH.slug),
        locale,
        title=words.article_title,
        slug=words.article_slug,
        excerpt=words.article_excerpt,
        body=stream_of(words.article_body, library),
    )
    notice = words.legal_notice
    _publish(
        StandardPage.objects.child_of(home).get(slug=LEGAL_NOTICE.slug),
        locale,
        title=notice.title,
        slug=notice.slug,
        search_description=notice.description,
        body=[
            ("paragraph", f"<p>{notice.introduction}</p>"),
            *stream_of(notice.body, library),
        ],
    )


def _publish(page: Page, locale: Locale, **words: Any) -> None:
    copy = page.copy_for_translation(locale)
    for name, value in words.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
