"""A browser takes the structured data as data: nothing in it runs, and no rule is broken by it."""

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.factories import ArticlePageFactory, SiteSettingsFactory

TITLE = "</script><script>document.title = 'taken'</script> & <!-- more"


def test_hostile_words_stay_words_and_the_console_is_silent(
    page: Page, live_server: LiveServer
) -> None:
    SiteSettingsFactory()
    article = ArticlePageFactory(title=TITLE, slug="hostile")
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{live_server.url}{article.url}")
    told = page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
    )
    (node,) = [node for node in told["@graph"] if node["@type"] == "Article"]
    assert node["headline"] == TITLE
    assert page.title() == f"{TITLE} – The Practice"
    assert said == []
