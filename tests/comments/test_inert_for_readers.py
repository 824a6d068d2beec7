"""Whatever a reader types stays words for other readers: in pages, in forms shown again, in e-mails and feeds."""

from __future__ import annotations

import email
from email import policy

import lxml.html
import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree
from wagtail.models import Site

from comments.alerts.tokens import token_of as token_of_alert
from comments.deciding import decide
from comments.digest import tell_moderators
from comments.models import Comment, CommentSettings, ReplyAlert, Status
from comments.own import token_of
from tests.background import work
from tests.comments.readers import FROM_OUR_PAGE, Reader
from tests.comments.test_inert_in_admin import MARK, POLYGLOTS
from tests.factories import CommentFactory

#: Beside those that the admin is tried with, such as mean the places where only readers' words stand.
ALL_POLYGLOTS = [
    *POLYGLOTS,
    f'" autofocus onfocus="{MARK}()" x="',
    f"</textarea><script>{MARK}()</script>",
    f"<a href=//{MARK}.example>{MARK}</a><base href=//{MARK}.example>",
    f"&lt;img src=x onerror={MARK}()&gt;&#60;script&#62;",
    f"{{% load static %}}{{{{ {MARK} }}}}",
]

Shape = list[tuple[str, list[str]]]


def shape_of(html: str) -> Shape:
    """Every element with the names of its attributes: what words alone can never change."""
    root = lxml.html.document_fromstring(html)
    return [(each.tag, sorted(each.attrib)) for each in root.iter(etree.Element)]


def alive_in(html: str) -> list[str]:
    """Attributes that would lead a browser to what was typed."""
    root = lxml.html.document_fromstring(html)
    return [
        f"{name}={value}"
        for each in root.iter(etree.Element)
        for name, value in each.attrib.items()
        if value.strip().lower().startswith(("javascript:", "data:text", f"//{MARK}"))
        and name in ("href", "src", "action", "formaction", "srcdoc", "data")
    ]


def assert_inert(html: str, harmless: str, words: str) -> None:
    assert words in lxml.html.document_fromstring(html).text_content()
    assert shape_of(html) == shape_of(harmless)
    assert alive_in(html) == []


@pytest.fixture(params=ALL_POLYGLOTS)
def words(request: pytest.FixtureRequest, comment_settings: CommentSettings) -> str:
    comment_settings.asks_for_website = True
    comment_settings.save()
    return request.param


def test_on_the_page_and_where_it_is_answered(
    reader: Reader, approved: Comment, words: str
) -> None:
    CommentFactory(page=reader.page, parent=approved)
    addresses = [
        reader.page.url,
        f"{reader.url}?to={approved.pk}",
        reverse("own_comment", args=[token_of(approved)]),
    ]
    harmless = [reader.client.get(address).text for address in addresses]
    Comment.objects.update(name=words[:60], text=words, remark=words, email=words[:60])
    for address, before in zip(addresses, harmless, strict=True):
        # What is kept of the page is not told of a change past the models.
        html = reader.client.get(address, headers={"Cookie": "seen=1"}).text
        assert_inert(html, before, words)


@pytest.mark.parametrize(
    "typed", [{"preview": "1"}, {"email": "nobody"}, {"parent": "99999"}, {"more-about-you": "x"}]
)
def test_in_the_form_that_is_shown_again(reader: Reader, words: str, typed: dict[str, str]) -> None:
    harmless = reader.send(**{**typed, "name": "Ada", "text": "Well."}).text
    html = reader.send(**{**typed, "name": words[:60], "text": words}).text
    assert_inert(html, harmless, words)


def test_in_fields_that_it_is_no_value_for(reader: Reader, words: str) -> None:
    fields = ("email", "website", "parent", "form-opened", "riddle", "more-about-you")
    harmless = reader.send(**dict.fromkeys(fields, "x"))
    response = reader.send(**dict.fromkeys(fields, words))
    assert response.status_code == 422
    assert shape_of(response.text) == shape_of(harmless.text)
    assert alive_in(response.text) == []
    assert not Comment.objects.exists()


def test_a_website_is_a_link_to_one_or_nothing(reader: Reader, words: str) -> None:
    for number, prefix in enumerate(["", "https://a.example/?", "https://", "//", " "]):
        reader.send(website=prefix + words, text=f"Number {number}")
    decide(Comment.objects.all(), Status.APPROVED, None)
    html = reader.client.get(reader.page.url).text
    for link in lxml.html.document_fromstring(html).iterfind(".//a[@class='post-name']"):
        assert link.get("href").startswith(("https://", "http://"))
        assert set(link.attrib) == {"class", "href", "rel"}
    assert alive_in(html) == []


def test_in_what_its_author_changes(reader: Reader, waiting: Comment, words: str) -> None:
    own = reverse("own_comment", args=[token_of(waiting)])
    post = {"headers": FROM_OUR_PAGE}
    harmless = reader.client.post(own, {"name": "", "text": "Well."}, **post).text
    assert_inert(reader.client.post(own, {"name": "", "text": words}, **post).text, harmless, words)
    assert reader.client.post(own, {"name": words[:60], "text": words}, **post).status_code == 303
    assert alive_in(reader.client.get(own).text) == []
    removed = reader.client.post(own, {"remove": "1"}, **post).text
    assert MARK not in removed


def test_in_e_mails(
    reader: Reader, approved: Comment, words: str, mailoutbox: list[EmailMessage]
) -> None:
    CommentSettings.objects.update(digest_to="team@practice.example")
    alert = ReplyAlert.objects.create(comment=approved, confirmed_at=timezone.now())
    reply = CommentFactory(
        page=reader.page, parent=approved, status=Status.PENDING,
        name=f"{words[:40]}\r\nBcc: a@b.example"[:60], text=words,
    )  # fmt: skip
    ReplyAlert.objects.create(comment=reply)
    tell_moderators()
    decide([reply], Status.APPROVED, None)
    work()
    assert len(mailoutbox) == 3
    for mail in mailoutbox:
        sent = email.message_from_bytes(mail.message().as_bytes(), policy=policy.default)
        assert sent.get_content_type() == "text/plain"
        assert not sent.defects
        assert "Bcc" not in sent
        assert MARK not in "".join(value for name, value in sent.items())
    page = reader.client.get(reverse("reply_alert", args=[token_of_alert(alert)])).text
    assert MARK not in page


def test_control_characters_break_no_feed(client: Client, waiting: Comment, site: Site) -> None:
    """XML knows none of them, and a keyboard neither."""
    own = reverse("own_comment", args=[token_of(waiting)])
    typed = {"name": "A\x0bd\x1ba", "text": "One\x08\x1f two\ufffe\uffff"}
    assert client.post(own, typed, headers=FROM_OUR_PAGE).status_code == 303
    decide([waiting], Status.APPROVED, None)
    for address in ("/comments/feed.xml", f"/comments/{waiting.page_id}/feed.xml"):
        item = etree.fromstring(client.get(address).content).find("channel/item")
        assert item.findtext("title").startswith("Ada")
        assert "One two" in item.findtext("description")
