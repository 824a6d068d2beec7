"""No byte that a stranger can get holds a reader's e-mail address, or words that no moderator approved."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from itertools import count

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import ArticlePage
from comments.admin.comment_page import REPLY
from comments.alerts.tokens import token_of as token_of_alert
from comments.deciding import edit
from comments.models import Comment, CommentSettings, CommentVersion, ReplyAlert, Status
from comments.own import token_of
from comments.privacy import erase
from podcast.models import EpisodePage
from tests.background import work
from tests.comments.crawling import crawl, everything_in, plainly
from tests.comments.moderators import QUEUE
from tests.comments.readers import FROM_OUR_PAGE, Reader
from tests.factories import CommentFactory, EpisodePageFactory, SiteSettingsFactory

#: Each planted comment has its own number: "Qvex3@Hidden3.example", "wexter3", and so on.
ADDRESS, WEBSITE = "Qvex{}@Hidden{}.example", "https://zwhome{}.example/"
NAME, WORDS, FORMER = (
    "Nwemo{}",
    "wexter{} said so, and others have read it in the papers",
    "fwormer{}",
)
HIDDEN = [Status.PENDING, Status.REJECTED, Status.SPAM]


@pytest.fixture
def episode(db: None) -> EpisodePage:
    SiteSettingsFactory(practice_name="Larkmoss")
    return EpisodePageFactory(title="Walking", slug="walking")


@pytest.fixture
def planted(
    article: ArticlePage, episode: EpisodePage, comment_settings: CommentSettings
) -> list[Comment]:
    """Of each status on both pages, with an answer of each status; all were edited and want alerts."""
    comment_settings.asks_for_website = True
    comment_settings.save()
    numbers = count(1)
    statuses = [Status.APPROVED, *HIDDEN]
    planted = []
    for page in (article, episode):
        for status in statuses:
            comment = plant(page, status, next(numbers))
            answers = [plant(page, each, next(numbers), parent=comment) for each in statuses]
            planted += [comment, *answers]
    return planted


def plant(
    page: ArticlePage | EpisodePage, status: Status, number: int, parent: Comment | None = None
) -> Comment:
    name, words, former, email, website = (
        each.replace("{}", f"{number}q") for each in (NAME, WORDS, FORMER, ADDRESS, WEBSITE)
    )
    comment = CommentFactory(
        page=page, parent=parent, status=status, name=former, text=former,
        email=email, website=website,
    )  # fmt: skip
    edit(comment, name=name, text=words, user=None)
    ReplyAlert.objects.create(comment=comment, confirmed_at=timezone.now())
    return comment


def traces_of(email: str) -> set[str]:
    """The address and its parts, and what somebody who hides addresses makes of them."""
    small = email.lower()
    traces = {small, *small.split("@")}
    for form in (email, small, email.upper()):
        data = form.encode()
        # Inside of something longer, base64 has the same letters in one of three places.
        coded = (base64.b64encode(b"." * before + data).decode() for before in range(3))
        traces |= {each[4:-4].lower() for each in coded} | {data.hex(), data.hex(":")}
        for name in ("md5", "sha1", "sha256", "sha512", "blake2b"):
            digest = hashlib.new(name, data).digest()
            traces |= {digest.hex(), base64.b64encode(digest).decode().lower()}
    return traces


@pytest.fixture
def private(planted: list[Comment]) -> set[str]:
    """All addresses; name, words and website of what is not approved; what was there before."""
    addresses = (traces_of(comment.email) for comment in planted)
    hidden = Comment.objects.exclude(status=Status.APPROVED)
    rows = [
        *hidden.values_list("name", "text", "website"),
        *CommentVersion.objects.values_list("name", "text"),
    ]
    return {word.lower() for words in (*addresses, *rows) for word in words}


def found_in(said: str, traces: set[str]) -> list[str]:
    plain = plainly(said)
    return [trace for trace in traces if trace in plain]


#: What a crawl has to have seen, by its address and by a word that tells what it is.
SEEN = {
    r"/": "Larkmoss",
    r"/[\w-]+/sleeping-well/": "application/ld+json",
    r"/[\w-]+/walking/": "application/ld+json",
    r"/robots\.txt": "Sitemap",
    r"/sitemap\.xml": "sleeping-well",
    r"/page-\d+/feed\.xml": "slash:comments",
    r"/page-\d+/feed\.json": "items",
    r"/show-\d+/feed\.xml": "wfw:commentRss",
    r"/show-\d+/feed\.json": "items",
    r"/comments/feed\.xml": "wexter",
    r"/comments/\d+/feed\.xml": "wexter",
    r"/comments/\d+/": "Leave a reply",
    r"/comments/\d+/\?to=\d+": "wexter",
    r"/share/.*\.png": "image/png",
    r"/site-\w+\.css": "text/css",
    r"/search/.*": "Search",
    r"/gone/": "404",
}


def test_a_stranger_who_follows_every_link_finds_none(
    planted: list[Comment], private: set[str]
) -> None:
    said = crawl("/", "/robots.txt", "/sitemap.xml", "/comments/feed.xml", "/gone/")
    for pattern, word in SEEN.items():
        matching = [path for path in said if re.fullmatch(pattern, path)]
        assert any(word in answer for path in matching for answer in said[path]), pattern
    replies = {path for path in said if "?to=" in path}
    approved = Comment.objects.approved()
    assert {int(path.partition("?to=")[2]) for path in replies} == set(
        approved.values_list("pk", flat=True)
    )
    for comment in approved:
        assert comment.text in "".join(said[f"/comments/{comment.page_id}/?to={comment.pk}"])
    for path, answers in said.items():
        assert not any(answer.startswith("5") for answer in answers), path
        assert found_in("\n".join(answers), private) == [], path


def test_the_search_knows_none(planted: list[Comment], client: Client) -> None:
    """A search shows what was searched for, so it has to be the same as one for what is nowhere."""

    def answer(query: str) -> str:
        said = client.get("/search/", {"query": query}).text
        return plainly(said).replace(plainly(query), "…")

    nothing = answer("zzyzxq")
    for comment in planted:
        for query in (comment.email, comment.email.split("@")[0], comment.text.split()[0]):
            assert answer(query) == nothing


def test_other_readers_are_shown_their_own(
    planted: list[Comment], private: set[str], reader: Reader
) -> None:
    approved = next(comment for comment in planted if comment.is_approved)
    reader.page = approved.page.specific
    wrong = [
        {"email": "nobody"}, {"text": ""}, {"parent": planted[1].pk, "name": ""},
        {"parent": planted[2].pk}, {"preview": "1", "parent": approved.pk},
        {"text": approved.text}, {"text": planted[2].text, "name": "Nobody"},
    ]  # fmt: skip
    for typed in wrong:
        response = reader.send(**typed)
        assert response.status_code == (200 if "preview" in typed else 422)
        # What they sent themselves may be theirs to see.
        said = everything_in(response).replace(str(typed.get("text") or "-"), "")
        assert found_in(said, private) == [], typed
    for number in range(6):
        response = reader.send(text=f"Hello {number}")
    assert response.status_code == 429
    assert found_in(everything_in(response), private) == []


def test_not_even_its_author_is_shown_the_address(planted: list[Comment], client: Client) -> None:
    for comment in planted:
        alert = reverse("reply_alert", args=[token_of_alert(comment.alert)])
        own = reverse("own_comment", args=[token_of(comment)])
        answers = [
            client.get(alert),
            client.post(alert, {"stop": "1"}),
            client.get(own),
            client.post(own, {"name": "", "text": "x"}, headers=FROM_OUR_PAGE),
            client.post(own, {"remove": "1"}, headers=FROM_OUR_PAGE),
        ]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 422, 200]
        for answer in answers:
            assert found_in(everything_in(answer), traces_of(comment.email)) == []


def test_no_log_tells_of_it(
    reader: Reader,
    admin_client: Client,
    mailoutbox: list[EmailMessage],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """From the first attempt to the last trace, with what goes wrong on the way."""
    caplog.set_level(logging.DEBUG)
    email = "Qvex@Hidden.example"
    for typed in ({"name": ""}, {"preview": "1"}, {"wants_replies": "on"}):
        own = reader.send(email=email, **typed).headers.get("Location", "")
    for number in range(5):
        refused = reader.send(email=email, text=f"Too many, {number}")
    assert refused.status_code == 429
    forged = Client(enforce_csrf_checks=True).post(
        reader.url, {"email": email}, headers={"Origin": "http://elsewhere.example"}
    )
    assert forged.status_code == 403
    comment = Comment.objects.earliest("pk")
    admin_client.get(QUEUE, {"q": email})
    admin_client.post(f"{QUEUE}{comment.pk}/decide/", {"status": "approved"})
    work()
    stop = re.search(r"http://localhost(/comments/replies/\S+)", mailoutbox[0].body)
    assert stop
    reader.client.post(stop[1], {"confirm": "1"})
    reply = {REPLY: "1", f"{REPLY}-name": "Larkmoss", f"{REPLY}-text": "Gladly."}
    admin_client.post(f"{QUEUE}{comment.pk}/", reply)
    work()
    assert mailoutbox[-1].to == [email]
    reader.client.post(own, {"name": "Ada", "text": "Otherwise"}, headers=FROM_OUR_PAGE)
    reader.client.post(own, {"remove": "1"}, headers=FROM_OUR_PAGE)
    erase(email)
    assert not Comment.objects.filter(email=email).exists()
    logged = [f"{record.getMessage()}\n{record.__dict__}" for record in caplog.records]
    assert logged
    assert found_in("\n".join(logged), traces_of(email)) == []
