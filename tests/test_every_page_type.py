"""Every page type: an editor creates, previews, edits and publishes it, a reader sees it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from articles.models import ArticleIndexPage, ArticlePage
from cms.models import ContactPage, StandardPage
from home.models import HomePage
from podcast.models import EpisodePage, Show
from tests.factories import (
    ArticleIndexPageFactory,
    AuthorFactory,
    CategoryFactory,
    EpisodePageFactory,
    PictureFactory,
    RecordingFactory,
    ShowFactory,
    TranscriptFactory,
)

TITLE = "A page of its kind"


def body() -> dict[str, Any]:
    """One block of each kind, as the editor's browser sends them."""
    picture = PictureFactory()
    elsewhere = {"page": "", "url": "https://a.example/", "label": "A guideline"}
    links = streamfield([("item", elsewhere)])
    return streamfield(
        [
            ("heading", {"text": "Why it matters", "level": "2"}),
            ("paragraph", rich_text("<p>Some words.</p><ul><li>first</li></ul>")),
            ("quote", {"text": "Slowly.", "attribution": "A teacher"}),
            ("picture", {"image": picture.pk, "alt": "A square", "caption": "A caption"}),
            ("embed", {"url": "https://vimeo.com/123", "title": "A film"}),
            (
                "call_to_action",
                {"heading": "Come", "text": "", "label": "Go", "page": "", "url": ""},
            ),
            ("episode", {"episode": EpisodePageFactory().pk, "introduction": ""}),
            ("related_links", {"heading": "", "links": links}),
        ]
    )


def home_fields() -> dict[str, Any]:
    post = {"image": PictureFactory().pk, "alt": "A path", "url": ""}
    return {
        "welcome": "Welcome",
        "introduction": "Who we are.",
        "picture": "",
        "instagram_profile": "https://www.instagram.com/a_practice/",
        "posts": streamfield([("post", post)]),
    }


def show_fields() -> dict[str, Any]:
    return {
        "description": "What listeners can expect.",
        "author_name": "The practice",
        "language": "en",
        "category": "Health & Fitness/Medicine",
        "artwork": PictureFactory(file__width=1400, file__height=1400).pk,
        "show_type": "episodic",
        "listings": inline_formset(
            [{"directory": "spotify", "name": "", "url": "https://listen.example/show"}]
        ),
        "medium": "podcast",
        "feed_paging": "auto",
        "extras": streamfield([("funding", {"url": "https://a.example/", "text": "Give"})]),
    }


def article_fields() -> dict[str, Any]:
    return {
        "category": CategoryFactory().pk,
        "author": AuthorFactory().pk,
        "date": "2026-11-22",
        "hero": PictureFactory().pk,
        "excerpt": "",
        "tags": "back, desk",
        "health_text": "on",
        "reviewed_by": AuthorFactory().pk,
        "reviewed_on": "2026-11-20",
        "review_due": "2028-11-20",
        "sources": streamfield(
            [("source", {"title": "A guideline", "publisher": "", "url": "https://a.example/"})]
        ),
        "body": body(),
    }


def episode_fields() -> dict[str, Any]:
    return {
        "recording": RecordingFactory().pk,
        "season": 1,
        "number": 2,
        "episode_type": "full",
        "summary": "In short.",
        "show_notes": rich_text("<p>At length.</p>"),
        "artwork": PictureFactory(file__width=1400, file__height=1400).pk,
        "chapters": streamfield(
            [("chapter", {"time": "0:30", "title": "The middle", "url": "", "picture": ""})]
        ),
        "transcripts": streamfield([("transcript", TranscriptFactory().pk)]),
        "extras": streamfield(
            [
                (
                    "person",
                    {
                        "author": AuthorFactory().pk,
                        "name": "",
                        "role": "cast/guest",
                        "picture": "",
                        "link": "",
                    },
                )
            ]
        ),
    }


def contact_fields() -> dict[str, Any]:
    field = {"label": "Message", "field_type": "multiline", "required": "on", "clean_name": ""}
    return {
        "introduction": "Write to us.",
        "form_fields": inline_formset(
            [field | {"choices": "", "default_value": "", "help_text": ""}]
        ),
        "button_label": "Send",
        "to_address": "office@practice.example, desk@practice.example",
    }


FIELDS = {
    HomePage: home_fields,
    ContactPage: contact_fields,
    StandardPage: lambda: {"body": body(), "show_in_footer": "on"},
    ArticleIndexPage: lambda: {"introduction": "What we write."},
    ArticlePage: article_fields,
    Show: show_fields,
    EpisodePage: episode_fields,
}
PARENTS = {
    HomePage: Page.get_first_root_node,
    ArticlePage: ArticleIndexPageFactory,
    EpisodePage: ShowFactory,
}


def address(page: Page) -> str:
    """Where readers find it; a new home page becomes that of the site."""
    if page.get_site() is None:
        site = Site.objects.get(is_default_site=True)
        site.root_page = page
        site.save()
    # Afresh: a page remembers that it had no address.
    return Page.objects.get(pk=page.pk).url


def test_this_file_knows_every_page_type() -> None:
    assert {model for model in get_page_models() if model is not Page} == set(FIELDS)


@pytest.fixture
def posted(page_type: type[Page], site: Site) -> dict[str, Any]:
    return nested_form_data(
        {"title": TITLE, "slug": "of-its-kind", "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}}
        | FIELDS[page_type]()
    )


@pytest.fixture
def parent(page_type: type[Page], site: Site) -> Page:
    return PARENTS[page_type]() if page_type in PARENTS else site.root_page


@pytest.mark.parametrize("page_type", FIELDS, ids=lambda model: model.__name__)
class TestEveryPageType:
    def add_url(self, page_type: type[Page], parent: Page, name: str = "add") -> str:
        options = page_type._meta
        return reverse(
            f"wagtailadmin_pages:{name}", args=[options.app_label, options.model_name, parent.pk]
        )

    def publish(self, client: Client, page_type: type[Page], parent: Page, posted: Any) -> Page:
        data = posted | {"action-publish": "publish"}
        response = client.post(self.add_url(page_type, parent), data)
        assert response.status_code == 302, response.context["form"].errors
        return page_type.objects.get(slug="of-its-kind")

    def test_an_editor_is_given_the_form(
        self, admin_client: Client, page_type: type[Page], parent: Page
    ) -> None:
        assert admin_client.get(self.add_url(page_type, parent)).status_code == 200

    def test_it_is_previewed_before_it_is_saved(
        self, admin_client: Client, page_type: type[Page], parent: Page, posted: Any
    ) -> None:
        url = self.add_url(page_type, parent, "preview_on_add")
        assert admin_client.post(url, posted).json()["is_valid"]
        preview = admin_client.get(url)
        assert preview.status_code == 200
        assert TITLE in preview.content.decode()
        assert not page_type.objects.filter(slug="of-its-kind").exists()

    def test_a_draft_is_saved_and_no_stranger_sees_it(
        self, admin_client: Client, client: Client, page_type: type[Page], parent: Page, posted: Any
    ) -> None:
        admin_client.post(self.add_url(page_type, parent), posted)
        draft = page_type.objects.get(slug="of-its-kind")
        assert not draft.live
        assert client.get(address(draft)).status_code == 404

    def test_published_it_is_seen_by_everybody(
        self, admin_client: Client, client: Client, page_type: type[Page], parent: Page, posted: Any
    ) -> None:
        page = self.publish(admin_client, page_type, parent, posted)
        response = client.get(address(page))
        assert response.status_code == 200
        assert "<h1" in response.content.decode()
        assert TITLE in response.content.decode()

    def test_it_is_edited_and_its_history_kept(
        self, admin_client: Client, client: Client, page_type: type[Page], parent: Page, posted: Any
    ) -> None:
        page = self.publish(admin_client, page_type, parent, posted)
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert admin_client.get(edit).status_code == 200
        changed = posted | {"title": "Better words", "action-publish": "publish"}
        assert admin_client.post(edit, changed).status_code == 302
        assert "Better words" in client.get(address(page)).content.decode()
        assert page.revisions.count() == 2
        history = reverse("wagtailadmin_pages:history", args=[page.pk])
        assert admin_client.get(history).status_code == 200

    def test_it_waits_for_a_moderator(
        self, admin_client: Client, page_type: type[Page], parent: Page, posted: Any
    ) -> None:
        data = posted | {"action-submit": "submit"}
        admin_client.post(self.add_url(page_type, parent), data)
        page = page_type.objects.get(slug="of-its-kind")
        assert page.workflow_in_progress
        page.current_workflow_state.current_task_state.approve()
        page.refresh_from_db()
        assert page.live
