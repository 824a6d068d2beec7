"""Whoever may not moderate sees nothing of comments in the admin, whatever else they may do.

But for what is known of one address (``test_known_of_address``).
"""

from __future__ import annotations

import pytest
from django.test import Client

from comments.models import Comment, Status
from tests.comments.moderators import QUEUE, REPORT, bulk, client_of, member
from users.models import User

PATHS = [
    QUEUE,
    f"{QUEUE}results/",
    f"{QUEUE}?export=csv",
    f"{QUEUE}?export=xlsx",
    f"{QUEUE}{{pk}}/",
    f"{QUEUE}{{pk}}/delete/",
    f"{QUEUE}{{pk}}/decide/",
    REPORT,
    f"{REPORT}results/",
    f"{REPORT}?export=csv",
    *(f"{bulk(action)}?id={{pk}}" for action in ("approve", "reject", "spam", "delete")),
]
#: Django's own permissions for the model, and those of the settings, are not enough.
OTHERS = ["add_comment", "change_comment", "delete_comment", "view_comment", "see_addresses"]


@pytest.fixture(params=["nobody", "editor"])
def outsider(request: pytest.FixtureRequest, waiting: Comment) -> Client:
    return Client() if request.param == "nobody" else client_of(member("editor", *OTHERS))


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
@pytest.mark.parametrize("path", PATHS)
def test_every_address_is_closed_to_others(
    outsider: Client, waiting: Comment, path: str, method: str
) -> None:
    sent = {"status": "approved", "name": "x", "text": "x", "reply": "1", "reply-text": "x"}
    send = getattr(outsider, method)
    response = send(path.format(pk=waiting.pk), sent if method == "post" else None)
    assert response.status_code in (302, 403, 405)
    assert waiting.text.encode() not in response.content
    assert list(Comment.objects.values_list("status", "text")) == [("pending", waiting.text)]


def test_others_see_no_menu_no_panel_and_no_report(waiting: Comment) -> None:
    html = client_of(member("editor", *OTHERS)).get("/admin/").text
    for word in (QUEUE, REPORT, waiting.text):
        assert word not in html


def test_moderators_see_menu_panel_and_report(moderator: Client, waiting: Comment) -> None:
    html = moderator.get("/admin/").text
    for word in (QUEUE, REPORT, waiting.text, "1 comment waits for you"):
        assert word in html
    Comment.objects.update(status=Status.APPROVED)
    assert "for you" not in moderator.get("/admin/").text


@pytest.mark.parametrize(
    "path", ["add/", "edit/{pk}/", "usage/{pk}/", "history/{pk}/", "copy/{pk}/"]
)
def test_comments_cannot_be_added_copied_or_chosen(
    admin_client: Client, waiting: Comment, path: str
) -> None:
    for base in (
        QUEUE,
        "/admin/snippets/comments/comment/",
        "/admin/snippets/choose/comments/comment/",
    ):
        assert admin_client.get(base + path.format(pk=waiting.pk)).status_code == 404


def test_deciding_is_a_post(moderator: Client, waiting: Comment) -> None:
    assert moderator.get(f"{QUEUE}{waiting.pk}/decide/").status_code == 405


def test_both_permissions_can_be_ticked_for_a_group_and_no_others(admin_client: Client) -> None:
    html = admin_client.get("/admin/groups/new/").text
    assert "May moderate comments" in html
    assert "May see the e-mail addresses of readers" in html
    assert "Can delete comment" not in html


def test_a_superuser_may_moderate(admin_client: Client, admin_user: User, waiting: Comment) -> None:
    assert waiting.text in admin_client.get(QUEUE).text
