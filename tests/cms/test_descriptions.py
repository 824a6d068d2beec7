"""Who publishes a page learns what search engines will show of it, and nobody is held up."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.descriptions import concern_about, description_of
from tests.factories import ArticlePageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def words(client: Client, action: str, description: str) -> str:
    """All that the editor is told after saving a page."""
    page = StandardPageFactory()
    data = nested_form_data(
        {
            "title": "About us",
            "slug": "about-us",
            "search_description": description,
            "body": streamfield([("paragraph", rich_text("<p>Who we are.</p>"))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            action: "1",
        }
    )
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(edit, data, follow=True)
    page.refresh_from_db()
    assert page.live
    assert page.latest_revision
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize(
    ("description", "said"),
    [("", "no description"), ("Too short.", "only 10 characters"), ("x" * 161, "161 characters")],
)
def test_who_publishes_is_told_what_is_wrong(admin_client, description, said):
    assert said in words(admin_client, "action-publish", description)


@pytest.mark.parametrize("description", ["x" * 50, "x" * 160])
def test_a_good_description_is_not_talked_about(admin_client, description):
    assert "escription" not in words(admin_client, "action-publish", description)


def test_a_draft_is_saved_without_a_word(admin_client):
    assert "escription" not in words(admin_client, "action-draft", "")


def test_the_first_words_of_an_article_will_do_and_are_cut(site):
    article = ArticlePageFactory(body=[("paragraph", f"<p>{'Some words. ' * 40}</p>")])
    assert concern_about(article) == ""
    told = description_of(article)
    assert 150 < len(told) <= 160
    assert set(told.split()) == {"Some", "words.", "…"}


def test_what_has_no_spaces_is_cut_where_it_must_be(site):
    article = ArticlePageFactory(body=[("paragraph", f"<p>{'字' * 400}</p>")])
    assert description_of(article) == f"{'字' * 158} …"
