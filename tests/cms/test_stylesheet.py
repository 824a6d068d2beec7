"""One stylesheet for the site, made of every app's styles, at an address that names its content."""

import gzip
import re

import pytest

from cms.stylesheet import LAYERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(client) -> str:
    return re.search(r'<link rel="stylesheet" href="([^"]+)"', client.get("/").content.decode())[1]


def test_a_page_asks_for_one_stylesheet_with_the_styles_of_every_app(client, address):
    response = client.get(address)
    css = response.content.decode()
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert css.startswith(LAYERS)
    for selector in (".site-header", ".neighbours", ".welcome", ".chapters"):
        assert selector in css


def test_every_rule_stands_in_a_layer(client, address):
    css = re.sub(r"/\*.*?\*/", "", client.get(address).content.decode(), flags=re.S)
    outside, depth = "", 0
    for char in css.removeprefix(LAYERS):
        depth += char == "{"
        outside += char if depth == 0 else ""
        depth -= char == "}"
    assert set(re.findall(r"[^\s}]+(?: \w+)?", outside)) <= {
        f"@layer {name}" for name in re.findall(r"\w+", LAYERS)
    }


def test_a_browser_keeps_it_for_ever_since_its_address_changes_with_it(client, address):
    assert "immutable" in client.get(address)["Cache-Control"]


def test_the_page_that_was_kept_from_before_an_update_gets_the_styles_of_today(client, address):
    response = client.get("/site-0123456789.css")
    assert response.content == client.get(address).content
    assert response["Cache-Control"] == "public, max-age=60"


def test_it_is_sent_compressed(client, address):
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == client.get(address).content


def test_it_is_small(client, address):
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert len(response.content) < 8 * 1024
    assert "/*" not in gzip.decompress(response.content).decode()


def test_nobody_can_post_to_it(client, address):
    assert client.post(address).status_code == 405
