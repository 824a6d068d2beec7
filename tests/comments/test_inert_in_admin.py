"""Whatever readers type stays text in the admin: on no page of it is it markup, script or a link."""

from __future__ import annotations

import lxml.html
import pytest
from lxml import etree

from articles.models import ArticlePage
from comments.deciding import edit
from comments.models import Comment, Status
from tests.comments.moderators import QUEUE, REPORT, bulk, client_of, member
from tests.factories import CommentFactory

MARK = "pwned7"
POLYGLOTS = [
    f"\"'><script>{MARK}()</script>",
    f"'\"--></style></title><img src=x onerror={MARK}()>",
    f"<svg/onload={MARK}()>",
    f"{{{{ constructor.constructor('{MARK}()')() }}}}</template><iframe srcdoc='<b>{MARK}'>",
    f"javascript:{MARK}()//%0a",
]


def assert_nothing_alive(html: str) -> None:
    for element in lxml.html.fromstring(html).iter(etree.Element):
        if element.tag in ("script", "style", "iframe", "template"):
            assert (
                MARK not in "".join(element.itertext()) or element.get("type") == "application/json"
            )
        for name, value in element.attrib.items():
            assert not (name.startswith("on") and MARK in value)
            assert not (name in ("href", "src", "action", "formaction", "srcdoc") and MARK in value)


@pytest.fixture(params=POLYGLOTS)
def planted(request: pytest.FixtureRequest, article: ArticlePage) -> Comment:
    """In every field, past the checks of the form, and in what was there before."""
    words = request.param
    comment = CommentFactory(page=article, status=Status.PENDING)
    edit(comment, name=words[:60], text="x", user=None)
    edit(comment, name=words[:60], text=words, user=None)
    CommentFactory(page=article, parent=comment, name=words[:60], text=words)
    Comment.objects.update(
        name=words[:60], text=words, email=words, website=words, remark=words, status="pending"
    )
    return comment


@pytest.mark.parametrize(
    "path",
    [
        QUEUE,
        f"{QUEUE}results/?status=all",
        f"{QUEUE}{{pk}}/",
        f"{QUEUE}{{pk}}/delete/",
        "/admin/",
        REPORT,
        f"{bulk('approve')}?id={{pk}}",
        f"{bulk('delete')}?id={{pk}}",
    ],
)
def test_nothing_that_readers_typed_is_alive(planted: Comment, path: str) -> None:
    client = client_of(member("trusted", "moderate_comment", "see_addresses"))
    response = client.get(path.format(pk=planted.pk))
    assert response.status_code == 200
    assert (MARK in response.text) == (path != REPORT)
    assert_nothing_alive(response.text)
