"""What the pages say to readers, browsers and search engines, and how often they ask the database."""

import datetime
import re
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Page, PageViewRestriction, Site

from articles.models import ArticleIndexPage, ArticlePage, Category
from cms.feeds import BuiltFeed, feed_of
from cms.models import Author, Picture, SiteSettings, StandardPage
from cms.packing import pack
from podcast.models import Show

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    return Site.objects.get().root_page.specific


@pytest.fixture
def index(home) -> ArticleIndexPage:
    page = ArticleIndexPage(title="Articles", slug="articles", show_in_menus=True)
    return home.add_child(instance=page)


@pytest.fixture
def show(home) -> Show:
    page = Show(
        title="The Slow Stairs",
        slug="podcast",
        show_in_menus=True,
        description="First line.\n\n<b>Second</b> line.",
        author_name="Maren",
        category="Health & Fitness",
        artwork=picture("Artwork"),
    )
    return home.add_child(instance=page)


def picture(name: str) -> Picture:
    data = BytesIO()
    Image.new("RGB", (1600, 1000), "#0f5f55").save(data, "JPEG")
    file = ImageFile(data, name=f"{name}.jpg")
    return Picture.objects.create(title=name, description=f"{name} seen from afar", file=file)


def write(index: ArticleIndexPage, number: int = 1, **fields) -> ArticlePage:
    category, _ = Category.objects.get_or_create(name="Rest", slug="rest")
    author, _ = Author.objects.get_or_create(name=f"Author {number}", slug=f"author-{number}")
    values = {
        "category": category,
        "author": author,
        "date": datetime.date(2026, 1, 1) + datetime.timedelta(days=number),
        "hero": picture(f"Hero {number}"),
        "body": [
            ("picture", {"image": picture(f"Body {number}"), "alt": "", "caption": ""}),
            ("paragraph", "<p>Words of the &amp; text.</p>"),
        ],
        **fields,
    }
    article = ArticlePage(title=f"Article {number}", slug=f"article-{number}", **values)
    return index.add_child(instance=article)


def html_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def queries(client, url: str) -> int:
    html_of(client, url)
    with CaptureQueriesContext(connection) as captured:
        html_of(client, url)
    return len(captured)


@pytest.mark.parametrize("url", ["/", "/articles/", "/articles/category/rest/"])
def test_a_page_asks_as_often_for_one_article_as_for_twelve(client, index, url):
    write(index, 1)
    few = queries(client, url)
    for number in range(2, 13):
        write(index, number)
    assert queries(client, url) == few


def test_a_card_shows_the_first_words_of_an_article_without_excerpt(client, index):
    write(index)
    assert "Words of the &amp; text." in html_of(client, "/articles/")


@pytest.mark.parametrize(
    "url", ["/", "/articles/", "/articles/category/rest/", "/articles/article-2/", "/podcast/"]
)
def test_a_page_has_one_level_one_heading_and_skips_no_level(client, index, show, url):
    for number in (1, 2, 3):
        write(index, number)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html_of(client, url))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize(
    "url", ["/", "/articles/", "/articles/article-1/", "/podcast/", "/search/"]
)
def test_a_page_has_no_inline_style_script_or_handler(client, index, show, url):
    body = [("embed", {"url": "https://youtu.be/abcdefghijk", "title": "A film"})]
    write(index, body=body)
    html = html_of(client, url)
    assert not re.search(
        r'\sstyle=|\son\w+=|<style|<script(?! type="application/ld\+json"|[^>]* src=)', html
    )


@pytest.fixture
def feeds(monkeypatch):
    """The two kinds of page that have a feed, whatever the feed itself is."""
    feed = BuiltFeed(pack([]))
    monkeypatch.setattr("cms.feeds._sources", {})
    for page_type in (Show, ArticleIndexPage):
        feed_of(page_type)(lambda page, number: feed)


@pytest.mark.parametrize("url", ["/", "/articles/article-1/", "/podcast/", "/search/", "/nowhere/"])
def test_every_page_links_to_every_feed(client, feeds, index, show, url):
    write(index)
    html = client.get(url).content.decode()
    for title, slug in (("The Slow Stairs", "podcast"), ("Articles", "articles")):
        address = f"http://localhost/{slug}/feed.xml"
        link = f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{address}">'
        assert link in html


def test_the_menu_holds_public_pages_that_editors_put_there(client, home, index):
    home.add_child(instance=StandardPage(title="Hidden away", show_in_menus=False))
    home.add_child(instance=StandardPage(title="Draft", show_in_menus=True, live=False))
    private = home.add_child(instance=StandardPage(title="Private", show_in_menus=True))
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    html = html_of(client, "/")
    assert '<a href="/articles/">Articles</a>' in html
    for title in ("Hidden away", "Draft", "Private"):
        assert title not in html


def test_the_menu_marks_where_the_reader_is(client, index):
    write(index)
    assert '<a href="/articles/" aria-current="page">' in html_of(client, "/articles/")
    assert '<a href="/articles/" aria-current="true">' in html_of(client, "/articles/article-1/")


def test_legal_pages_are_in_the_footer(client, home):
    home.add_child(instance=StandardPage(title="Imprint", show_in_footer=True))
    footer = html_of(client, "/").split("<footer")[1]
    assert '<a href="/imprint/">Imprint</a>' in footer


def test_an_article_shows_its_category_hero_and_author(client, index):
    write(index, excerpt="In short.")
    html = html_of(client, "/articles/article-1/")
    assert html.index('href="/articles/category/rest/"') < html.index("<h1>Article 1</h1>")
    hero = re.search(r'<img[^>]*alt="Hero 1 seen from afar"[^>]*>', html)[0]
    assert 'fetchpriority="high"' in hero
    assert "lazy" not in hero
    assert re.search(r'width="\d+"', hero)
    assert '<time datetime="2026-01-02">' in html
    assert 'By <a href="/articles/author/author-1/" rel="author">Author 1</a>' in html


def test_an_article_links_to_its_neighbours(client, index):
    for number in (1, 2, 3):
        write(index, number)
    html = html_of(client, "/articles/article-2/")
    assert '<a rel="prev" href="/articles/article-1/">' in html
    assert 'rel="next" href="/articles/article-3/">' in html


def test_the_head_describes_the_page_for_search_and_sharing(client, index):
    write(index, search_description="What it is about.")
    html = html_of(client, "/articles/article-1/")
    assert '<meta name="description" content="What it is about.">' in html
    assert '<link rel="canonical" href="http://localhost/articles/article-1/">' in html
    assert '<meta property="og:type" content="article">' in html
    assert re.search(
        r'<meta property="og:image" content="http://localhost/media/[^"]+1200x630', html
    )


def test_the_second_page_of_a_category_is_its_own_address(client, index):
    for number in range(1, 14):
        write(index, number, hero=None)
    html = html_of(client, "/articles/category/rest/?page=2")
    canonical = "http://localhost/articles/category/rest/?page=2"
    assert f'<link rel="canonical" href="{canonical}">' in html
    assert 'rel="prev" href="?page=1"' in html


def test_an_embed_loads_nothing_from_elsewhere(client, index):
    body = [("embed", {"url": "https://www.youtube.com/watch?v=abcdefghijk", "title": "A film"})]
    write(index, body=body)
    html = html_of(client, "/articles/article-1/")
    assert "<iframe" not in html
    assert not re.search(r'src="https?://(?!localhost)', html)
    assert 'data-frame-url="https://www.youtube-nocookie.com/embed/abcdefghijk"' in html
    assert "Show here; loads from www.youtube-nocookie.com" in html


def test_a_call_to_action_without_address_leads_to_the_appointment(client, index):
    practice = SiteSettings.for_site(Site.objects.get())
    practice.phone = "+1 202-555-0142"
    practice.save()
    call = {"heading": "Come", "text": "", "label": "Ring us", "page": None, "url": ""}
    write(index, body=[("call_to_action", call)])
    html = html_of(client, "/articles/article-1/")
    assert '<a class="button" href="tel:+12025550142">Ring us</a>' in html


def test_a_description_of_a_show_is_plain_text_in_paragraphs(client, show):
    html = html_of(client, "/podcast/")
    assert "<p>First line.</p>" in html
    assert "&lt;b&gt;Second&lt;/b&gt; line." in html
