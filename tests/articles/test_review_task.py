"""The workflow's step that lets a health text pass only when it has been reviewed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from articles.models import ArticleIndexPage, ArticlePage, ReviewTask
from articles.review import open_points
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    StandardPageFactory,
)

SOURCE = ("source", {"title": "A guideline", "publisher": "", "url": ""})


@pytest.fixture
def task(site: Any) -> ReviewTask:
    """A step that the moderators take, in the workflow of all pages."""
    task = ReviewTask.objects.create(name="Review")
    task.groups.add(Group.objects.get(name="Moderators"))
    workflow = Workflow.objects.create(name="Health")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": workflow}
    )
    return task


@pytest.fixture
def moderator(client: Client, django_user_model: Any, site: Any) -> Client:
    user = django_user_model.objects.create_user("moderator")
    user.groups.add(Group.objects.get(name="Moderators"))
    client.force_login(user)
    return client


def submitted(page: Page) -> Page:
    """``page`` with a draft that waits for the moderators."""
    page.save_revision()
    page.get_workflow().start(page, None)
    return type(page).objects.get(pk=page.pk)


def reviewed(**fields: Any) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "reviewed_by": AuthorFactory(),
        "reviewed_on": today,
        "review_due": today + timedelta(days=1),
        "sources": [SOURCE],
        **fields,
    }


def approve(client: Client, page: Page) -> None:
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.post(url)
    page.refresh_from_db()


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.fixture
def index(site: Any) -> ArticleIndexPage:
    return ArticleIndexPageFactory(slug="articles")


def draft(index: ArticleIndexPage, **fields: Any) -> ArticlePage:
    return ArticlePageFactory(parent=index, live=False, **fields)


def test_a_reviewed_text_is_approved(
    moderator: Client, task: ReviewTask, index: ArticleIndexPage
) -> None:
    article = submitted(draft(index, **reviewed()))
    assert "cannot be approved yet" not in moderator.get(edit_url(article)).text
    approve(moderator, article)
    assert article.live


LONG_AGO = date(2020, 1, 1)
CHANGED = "The words have changed since the review."


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        (
            {"reviewed_by": None, "reviewed_on": None, "review_due": None},
            ["Nobody is named as its reviewer.", "The day of the review is missing."],
        ),
        ({"sources": []}, ["It names no source."]),
        ({"reviewed_on": LONG_AGO}, [CHANGED]),
        (
            {"reviewed_on": LONG_AGO, "review_due": date(2021, 1, 1)},
            [CHANGED, "The day on which it was to be reviewed again has passed."],
        ),
    ],
    ids=["unreviewed", "no source", "changed since", "overdue"],
)
def test_a_text_with_something_open_is_not_approved_and_the_moderator_told_why(
    moderator: Client,
    task: ReviewTask,
    index: ArticleIndexPage,
    fields: dict[str, Any],
    sentences: list[str],
) -> None:
    article = submitted(draft(index, **reviewed(**fields)))
    html = moderator.get(edit_url(article)).text
    assert "This health text cannot be approved yet." in html
    for sentence in sentences:
        assert sentence in html
    assert open_points(article) == sentences
    approve(moderator, article)
    assert not article.live
    assert article.workflow_in_progress


def test_a_reviewer_who_is_deleted_leaves_the_text_unreviewed(
    task: ReviewTask, index: ArticleIndexPage
) -> None:
    reviewer = AuthorFactory()
    article = draft(index, **reviewed(reviewed_by=reviewer))
    article.save_revision()
    reviewer.delete()
    assert open_points(ArticlePage.objects.get(pk=article.pk)) == [
        "Nobody is named as its reviewer."
    ]


def test_changes_can_be_asked_for_all_the_same(
    moderator: Client, task: ReviewTask, index: ArticleIndexPage
) -> None:
    article = submitted(draft(index))
    state = article.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "reject", state.pk])
    moderator.post(url, {"comment": "Who says so?"})
    assert not article.workflow_in_progress


def test_what_informs_about_no_health_needs_no_review(
    moderator: Client, task: ReviewTask, index: ArticleIndexPage
) -> None:
    for page in (draft(index, health_text=False), StandardPageFactory(live=False)):
        waiting = submitted(page)
        approve(moderator, waiting)
        assert waiting.live


def test_a_review_of_the_same_words_stays_good_when_a_tag_is_added_later(
    task: ReviewTask, index: ArticleIndexPage
) -> None:
    article = draft(index, **reviewed(reviewed_on=timezone.localdate() - timedelta(days=3)))
    article.save_revision()
    Revision.objects.update(created_at=timezone.now() - timedelta(days=5))
    article.tags.add("back")
    article.save_revision()
    assert open_points(article) == []
    article.body.append(("paragraph", "<p>And a new claim.</p>"))
    article.save_revision()
    assert open_points(article) == ["The words have changed since the review."]


def test_nothing_is_lost_when_an_edit_takes_the_approval_away(
    moderator: Client, task: ReviewTask, index: ArticleIndexPage
) -> None:
    article = submitted(draft(index, **reviewed()))
    form = {
        "title": article.title,
        "slug": article.slug,
        "category": article.category_id,
        "date": "2026-01-01",
        "excerpt": "",
        "tags": "",
        "body": streamfield([("paragraph", rich_text("<p>New words.</p>"))]),
        "health_text": "on",
        "reviewed_by": article.reviewed_by_id,
        "reviewed_on": article.reviewed_on.isoformat(),
        "review_due": "",
        "sources": streamfield([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
    }
    told = moderator.post(edit_url(article), nested_form_data(form), follow=True).text
    article.refresh_from_db()
    assert not article.live
    assert "New words." in article.get_latest_revision_as_object().body.render_as_block()
    assert "the text was not approved" in told
    assert "It names no source." in told


def test_an_administrator_adds_the_step_by_the_form_for_tasks(
    admin_client: Client, site: Any
) -> None:
    kinds = admin_client.get(reverse("wagtailadmin_workflows:select_task_type")).text
    assert "Review of health texts" in kinds
    url = reverse("wagtailadmin_workflows:add_task", args=["articles", "reviewtask"])
    assert admin_client.get(url).status_code == 200
    group = Group.objects.get(name="Moderators")
    admin_client.post(url, {"name": "Second pair of eyes", "groups": [group.pk]})
    assert ReviewTask.objects.get().groups.get() == group
