"""Parts that many pages share: asked once in an edition, and as old as a page may be, never older."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.models import Site

from articles.models import ArticlePage
from cms.middleware.pages import PageMemory
from cms.models import SiteSettings, StandardPage
from cms.page_caching import offered_to_caches
from cms.parts import part
from comments.models import CommentSettings
from home.models import HomePage
from tests.cms.kept_pages import Commit, Later, queries
from tests.factories import ArticlePageFactory, SiteSettingsFactory, StandardPageFactory

ANSWER = "words"


@pytest.fixture
def known(visitor: Client) -> Client:
    """A reader with a cookie, for whom each page is made anew, of its parts."""
    visitor.cookies["seen"] = "1"
    return visitor


def names_of_tables(seen: list[Any], table: str) -> list[str]:
    return [query["sql"] for query in seen if f'FROM "{table}"' in query["sql"]]


def test_a_second_page_asks_neither_for_the_settings_nor_for_the_site(
    known: Client, about: StandardPage
) -> None:
    SiteSettingsFactory()
    other = StandardPageFactory()
    known.get(about.url)
    with queries() as seen:
        assert known.get(other.url).status_code == 200
    assert names_of_tables(seen, "cms_sitesettings") == []
    assert names_of_tables(seen, "wagtailcore_site") == []


def test_a_page_made_of_parts_is_the_page_made_without(
    known: Client, about: StandardPage, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A form tells when it was opened.
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    SiteSettingsFactory()
    article = ArticlePageFactory()
    other = ArticlePageFactory(parent=article.get_parent(), category=article.category)
    for _ in range(2):
        made = {page.url: known.get(page.url).content for page in (about, article, other)}
    settings.PAGE_MEMORY_SECONDS = 0
    fresh = Client()
    assert made == {url: fresh.get(url).content for url in made}


def test_the_menu_marks_the_page_that_is_read(known: Client, about: StandardPage) -> None:
    StandardPage.objects.update(show_in_menus=True)
    other = StandardPageFactory(show_in_menus=True)
    for page in (about, other, about):
        assert f'href="{page.url}" aria-current="page"' in known.get(page.url).text


def test_what_is_published_stands_in_every_menu_a_second_later(
    known: Client, about: StandardPage, later: Later, commit: Commit
) -> None:
    known.get(about.url)
    with commit():
        StandardPageFactory(title="Of our new garden", show_in_menus=True)
    later(1)
    assert "Of our new garden" in known.get(about.url).text


def test_the_settings_that_an_editor_saves_are_everywhere_a_second_later(
    known: Client, about: StandardPage, later: Later, commit: Commit
) -> None:
    SiteSettingsFactory(about="A quiet house.")
    known.get(about.url)
    practice = SiteSettings.objects.get()
    practice.about = "A loud house."
    with commit():
        practice.save()
    later(1)
    assert "A loud house." in known.get(about.url).text


def test_each_language_has_parts_of_its_own(
    known: Client, about: StandardPage, german_home: HomePage
) -> None:
    assert "Skip to the content" in known.get(about.url).text
    german = known.get(german_home.url).text
    assert "Zum Inhalt springen" in german
    assert 'lang="de"' in german
    assert about.title not in german


def test_a_page_of_an_expired_part_is_not_kept_beyond_the_parts_time(
    visitor: Client, about: StandardPage, later: Later
) -> None:
    """The footer was asked for with the first page; the second one may not keep it for longer."""
    legal = StandardPageFactory(title="Imprint", show_in_footer=True)
    other = StandardPageFactory()
    visitor.get(about.url)
    StandardPage.objects.filter(pk=legal.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    later(599)
    assert "Imprint" in visitor.get(other.url).text
    later(2)
    assert "Imprint" not in visitor.get(other.url).text


def test_an_article_does_without_a_neighbour_that_went_a_moment_ago(
    known: Client, site: Site
) -> None:
    first = ArticlePageFactory()
    second, third = (
        ArticlePageFactory(parent=first.get_parent(), category=first.category) for _ in range(2)
    )
    known.get(third.url)
    second.delete()
    answer = known.get(first.url)
    assert answer.status_code == 200
    assert answer.context["next"].pk == second.pk
    assert 'rel="next"' not in answer.text


def test_a_neighbour_whose_time_is_up_is_not_written_anew(known: Client, site: Site) -> None:
    """Time alone moves no edition, so which articles there are is known from before."""
    first = ArticlePageFactory()
    second, third = (
        ArticlePageFactory(parent=first.get_parent(), category=first.category) for _ in range(2)
    )
    known.get(third.url)
    ArticlePage.objects.filter(pk=second.pk).update(expire_at=timezone.now())
    text = known.get(first.url).text
    assert 'rel="next"' not in text
    assert text.count(second.title) == 1, "Its card is known from the page before."


def test_sites_that_share_a_home_page_have_parts_of_their_own(
    known: Client, site: Site, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    other = Site.objects.create(hostname="other.example", root_page=site.root_page)
    SiteSettingsFactory(site=site, practice_name="Larkmoss", disclaimer="Ask somebody.")
    SiteSettingsFactory(site=other, practice_name="Fernhill", disclaimer="Ask anybody.")
    CommentSettings.objects.create(site=other, has_riddle=True, asks_for_website=True)
    article = ArticlePageFactory()
    address = article.url_path.removeprefix(site.root_page.url_path)
    here = known.get(f"/{address}").text
    there = known.get(f"/{address}", headers={"host": "other.example"}).text
    for ours, text in (("Larkmoss", here), ("Fernhill", there)):
        named = re.search(r'<span class="brand-name">(.*?)</span>', text)
        assert named
        assert named[1] == ours
    assert ("Ask somebody." in here, "Ask anybody." in there) == (True, True)
    for field in ("riddle", "website"):
        assert (f'name="{field}"' in here, f'name="{field}"' in there) == (False, True), field


def test_each_request_has_a_page_of_its_own_on_the_way(known: Client, site: Site) -> None:
    article = ArticlePageFactory()
    parents = [known.get(article.url).context["page"].get_parent() for _ in range(2)]
    assert parents[0] == parents[1]
    assert parents[0] is not parents[1]


def test_a_part_is_told_apart_by_the_values_after_its_name(
    rf: RequestFactory, site: Site, settings: Any
) -> None:
    settings.PAGE_MEMORY_SECONDS = 600
    written = Template("{% load part_tags %}{% part x name %}{{ name }}{% endpart %}")

    def view(request: HttpRequest) -> HttpResponse:
        names = request.GET.getlist("name")
        texts = [written.render(Context({"request": request, "name": name})) for name in names]
        return offered_to_caches(request, HttpResponse(" ".join(texts)))

    memory = PageMemory(view)
    assert memory(rf.get("/?name=one&name=two&name=one")).content == b"one two one"


def test_a_part_is_as_old_as_the_oldest_part_in_it(
    rf: RequestFactory, site: Site, settings: Any, later: Later
) -> None:
    settings.PAGE_MEMORY_SECONDS = 600
    inner = "{% part inner %}{{ word }}{% endpart %}"
    outer = "{% part outer %}" + inner + "{% endpart %}"

    def view(request: HttpRequest) -> HttpResponse:
        asked = request.GET
        written = Template("{% load part_tags %}" + (outer if "outer" in asked else inner))
        return HttpResponse(written.render(Context({"request": request, "word": asked["word"]})))

    memory = PageMemory(view)
    memory(rf.get("/?word=old"))
    later(599)
    assert memory(rf.get("/?outer=1&word=new")).content == b"old"
    later(2)
    assert memory(rf.get("/?outer=1&word=new")).content == b"new"


def test_a_part_has_a_name() -> None:
    with pytest.raises(TemplateSyntaxError, match="name"):
        Template("{% load part_tags %}{% part %}{% endpart %}")


def test_where_no_page_is_kept_nothing_is_kept_beyond_the_request(rf: RequestFactory) -> None:
    made: list[str] = []

    def make() -> str:
        made.append(ANSWER)
        return ANSWER

    for number in (1, 2):
        request = rf.get("/")
        assert [part(request, "key", make) for _ in range(2)] == [ANSWER, ANSWER]
        assert len(made) == number
    assert [part(None, "key", make) for _ in range(2)] == [ANSWER, ANSWER]
    assert len(made) == 4
