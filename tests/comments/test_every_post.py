"""Whatever is posted to an address of comments gets the answer of this table, and changes no more than that says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.guarded_form import LURE, OPENED
from comments.admin.comment_page import REPLY
from comments.alerts.tokens import token_of as token_of_alert
from comments.models import Comment, CommentVersion, ReplyAlert
from comments.own import CHANGES, token_of
from comments.submitting import OF_A_NETWORK
from tests.comments.moderators import bulk, member
from tests.comments.readers import FROM_OUR_PAGE, WORDS
from tests.contact_forms import opened

CASES: Final = (
    "works", "invalid", "throttled", "closed", "draft", "private", "other method", "forged",
)  # fmt: skip


@dataclass(frozen=True)
class Post:
    """A form: where it goes, what it sends and what is wrong with it, and an answer for each of CASES."""

    url: Callable[[Comment], str]
    answers: tuple[int, ...]
    body: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, Any] = field(default_factory=dict)
    by_moderator: bool = False


def own(comment: Comment) -> str:
    return reverse("own_comment", args=[token_of(comment)])


def alert(comment: Comment) -> str:
    return reverse("reply_alert", args=[token_of_alert(comment.alert)])


def admin(name: str) -> Callable[[Comment], str]:
    return lambda comment: reverse(f"comments_admin:{name}", args=[comment.pk])


def on_page(comment: Comment) -> str:
    return reverse("comment_on", args=[comment.page_id])


def chosen(comment: Comment) -> str:
    return f"{bulk('approve')}?id={comment.pk}"


SENT: Final = {**WORDS, LURE: ""}
#: Whatever becomes of a page, who holds a signed address may change, remove and stop what is theirs,
#: and moderators decide. A mail program sends no header that would tell it from a forger.
POSTS: Final = {
    "comment": Post(on_page, (303, 422, 429, 403, 404, 404, 405, 403), SENT, {"email": "nobody"}),
    "preview": Post(
        on_page, (200, 422, 200, 200, 404, 404, 405, 403), {**SENT, "preview": "1"}, {"name": ""}
    ),
    "change": Post(
        own, (303, 422, 429, 303, 303, 303, 405, 403), {"name": "Ada", "text": "New"}, {"text": " "}
    ),
    "remove": Post(own, (200, 200, 200, 200, 200, 200, 405, 403), {"remove": "1"}),
    "confirm": Post(alert, (200, 200, 200, 200, 200, 200, 405, 200), {"confirm": "1"}),
    "stop": Post(alert, (200, 200, 200, 200, 200, 200, 405, 200), {"stop": "1"}),
    "riddle": Post(lambda comment: reverse("comment_riddle"), (405,) * 7 + (403,)),
    "decide": Post(
        admin("decide"), (302, 400, 302, 302, 302, 302, 405, 403),
        {"status": "approved"}, {"status": "removed"}, by_moderator=True,
    ),
    "edit": Post(
        admin("edit"), (302, 200, 302, 302, 302, 302, 405, 403),
        {"name": "Ada", "text": "New"}, {"text": ""}, by_moderator=True,
    ),
    "reply": Post(
        admin("edit"), (302, 200, 302, 302, 302, 302, 405, 403),
        {REPLY: "1", f"{REPLY}-name": "We", f"{REPLY}-text": "Yes."}, {f"{REPLY}-text": ""},
        by_moderator=True,
    ),
    "delete": Post(
        admin("delete"), (302, 302, 302, 302, 302, 302, 405, 403), by_moderator=True
    ),
    "in bulk": Post(chosen, (302, 302, 302, 302, 302, 302, 405, 403), by_moderator=True),
}  # fmt: skip


@pytest.fixture
def target(waiting: Comment) -> Comment:
    ReplyAlert.objects.create(comment=waiting)
    return waiting


def everything() -> list[Any]:
    """All that a post can change."""
    comments = Comment.objects.order_by("pk").values_list("pk", "status", "name", "text")
    alerts = ReplyAlert.objects.values_list("pk", "confirmed_at")
    return [*comments, *alerts, *CommentVersion.objects.values_list("pk")]


def prepare(case: str, comment: Comment) -> None:
    page = comment.page.specific
    if case == "throttled":
        for limit, who in ((OF_A_NETWORK, "127.0.0.1"), (CHANGES, comment.pk)):
            for number in range(limit.capacity):
                assert limit.allow(who), number
    elif case == "closed":
        page.comments_open = False
        page.save()
    elif case == "draft":
        page.unpublish()
    elif case == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")


def send(post: Post, case: str, comment: Comment) -> HttpResponse:
    is_forged = case == "forged"
    if post.by_moderator:
        sender = Client(enforce_csrf_checks=is_forged)
        sender.force_login(member("moderator", "moderate_comment"))
    else:
        sender = Client(enforce_csrf_checks=is_forged)
    body = {**post.body, **(post.wrong if case == "invalid" else {})}
    if post.url is on_page:
        body[OPENED] = opened(60)
    headers = {"Origin": "https://evil.example"} if is_forged else FROM_OUR_PAGE
    method = sender.patch if case == "other method" else sender.post
    return method(post.url(comment), body, headers=headers)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", POSTS)
def test_the_answer_is_that_of_the_table(name: str, case: str, target: Comment) -> None:
    post = POSTS[name]
    prepare(case, target)
    before = everything()
    response = send(post, case, target)
    wanted = post.answers[CASES.index(case)]
    assert response.status_code == wanted
    is_taken = (
        wanted in (200, 302, 303) and name != "preview" and not (case == "invalid" and post.wrong)
    )
    assert (everything() != before) == is_taken


@pytest.mark.parametrize("permissions", [None, (), ("see_addresses",)], ids=str)
@pytest.mark.parametrize("name", [name for name, post in POSTS.items() if post.by_moderator])
def test_whoever_may_not_moderate_changes_nothing(
    name: str, permissions: tuple[str, ...] | None, target: Comment
) -> None:
    """A stranger, somebody who may come into the admin, and somebody who may see addresses."""
    post = POSTS[name]
    sender = Client()
    if permissions is not None:
        sender.force_login(member("other", *permissions))
    before = everything()
    response = sender.post(post.url(target), post.body, headers=FROM_OUR_PAGE)
    assert response.status_code in (302, 403)
    if response.status_code == 302:
        assert response["Location"].startswith("/admin/login/") or response["Location"] == "/admin/"
    assert everything() == before
