"""Whatever is posted to an address of daily texts gets the answer of this table, and changes no more than that says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.guarded_form import LURE, OPENED
from tests.comments.moderators import member
from tests.comments.readers import FROM_OUR_PAGE
from tests.contact_forms import opened
from tests.texts.calls import HOOK
from tests.texts.people import agreed, code_of, sign_up, subscriber, today_at, zone_where_it_is
from texts.admin.policy import ALL
from texts.admin.trying import OF_AN_EDITOR
from texts.breakers import OF_A_NETWORK
from texts.gateways.twilio import signature
from texts.models import (
    ConsentEvent,
    DailyText,
    Message,
    ReceivedReply,
    SeriesText,
    SignUp,
    Subscriber,
    TextSettings,
)
from texts.views import confirming
from users.models import User

pytestmark = pytest.mark.django_db

CASES: Final = ("works", "invalid", "throttled", "closed", "made up", "other method", "forged")  # fmt: skip
#: Besides, for those of the admin.
PERSONS: Final = ("stranger", "without the permission")
NUMBER: Final = "202 555 0142"


@dataclass
class Target:
    """What the addresses name."""

    texts: TextSettings
    reader: Subscriber
    text: DailyText
    confirm_url: str
    code: str


@dataclass(frozen=True)
class Post:
    """A form: where it goes, what it sends and what is wrong with it, and an answer for each of CASES."""

    url: Callable[[Target], str]
    answers: tuple[int, ...]
    body: Callable[[Target], dict[str, Any]] = lambda target: {}
    wrong: dict[str, Any] = field(default_factory=dict)
    permission: str = ""


def of_reader(name: str) -> Callable[[Target], str]:
    return lambda target: reverse(name, args=[target.reader.pk])


def signed(target: Target) -> dict[str, Any]:
    return {"MessageSid": "SM1", "From": "+12025550142", "Body": "HELP"}


def sent(target: Target) -> dict[str, Any]:
    return {
        "by": "sms",
        "phone": "202 555 0177",
        "consent": "on",
        "agreed": agreed(Client()),
        LURE: "",
        OPENED: opened(60),
    }


def written(target: Target) -> dict[str, Any]:
    return {"body": "Walk.", "day": "", "language": "en", "site": target.texts.site_id}


#: Where texts are off nobody signs up; whoever wants to stop can, and moderators see what there is. A mail
#: program and a provider send no header that would tell them from a forger: a key and a signature do.
POSTS: Final = {
    "sign up": Post(lambda target: "/texts/", (303, 422, 429, 404, 303, 405, 403), sent, {"phone": "1"}),
    "begin": Post(
        lambda target: "/texts/", (200, 200, 200, 404, 200, 405, 403),
        lambda target: {"begin": "1", "phone": NUMBER}, {"phone": "x" * 99},
    ),
    "confirm": Post(
        lambda target: target.confirm_url, (303, 422, 429, 404, 404, 405, 403),
        lambda target: {"code": target.code}, {"code": "1"},
    ),
    "stop": Post(
        lambda target: f"/texts/stop/{target.reader.key}/", (200, 200, 200, 200, 404, 405, 200)
    ),
    "hook": Post(lambda target: HOOK, (204, 204, 204, 204, 204, 405, 403), signed, {"Body": "\x00"}),
    "stop a reader": Post(
        of_reader("texts_stop_reader"), (302, 302, 302, 302, 404, 405, 403), permission="see_readers"
    ),
    "erase a reader": Post(
        of_reader("texts_erase_reader"), (302, 200, 302, 302, 404, 405, 403),
        lambda target: {"confirmed": "1"}, {"confirmed": None}, "see_readers",
    ),
    "find a reader": Post(
        lambda target: reverse("texts_find"), (302, 302, 302, 302, 302, 405, 403),
        lambda target: {"address": NUMBER}, {"address": ""}, "see_readers",
    ),
    "measure": Post(
        lambda target: reverse("texts_measure"), (200, 200, 200, 200, 200, 405, 403),
        lambda target: {"body": "Walk.", "site": target.texts.site_id}, {"body": "{x}"}, "write_texts",
    ),
    "send to oneself": Post(
        lambda target: reverse("texts_try", args=["dailytext", target.text.pk]),
        (302, 200, 200, 302, 404, 405, 403),
        lambda target: {"to": "202 555 0143"}, {"to": "12"}, "write_texts",
    ),
    "write": Post(
        lambda target: reverse("texts_daily:add"), (302, 200, 302, 302, 302, 405, 403),
        written, {"body": "{nobody}"}, "write_texts",
    ),
    "change": Post(
        lambda target: reverse("texts_daily:edit", args=[target.text.pk]),
        (302, 200, 302, 302, 404, 405, 403), written, {"body": ""}, "write_texts",
    ),
    "delete": Post(
        lambda target: reverse("texts_daily:delete", args=[target.text.pk]),
        (302, 302, 302, 302, 404, 405, 403), permission="write_texts",
    ),
    "write for newcomers": Post(
        lambda target: reverse("texts_series:add"), (302, 200, 302, 302, 302, 405, 403),
        lambda target: {**written(target), "position": "1"}, {"position": "0"}, "write_texts",
    ),
}  # fmt: skip
CHANGE_NOTHING: Final = {"begin", "find a reader", "measure"}
ADMIN: Final = [name for name, post in POSTS.items() if post.permission]


@pytest.fixture
def target(texts: TextSettings, provider: Any) -> Target:
    url = sign_up(Client(), NUMBER).url
    return Target(
        texts=texts,
        reader=subscriber(texts, "+12025550143"),
        text=DailyText.objects.create(
            site=texts.site, body="Rest.", day=today_at(zone_where_it_is(10))
        ),
        confirm_url=url,
        code=code_of(),
    )


def everything() -> list[Any]:
    """All that a post can change."""
    models = (ConsentEvent, DailyText, Message, ReceivedReply, SeriesText, SignUp, ModelLogEntry)
    rows = [sorted(model.objects.values_list("pk")) for model in models]
    readers = Subscriber.objects.values_list("pk", "is_active", "sealed")
    texts = DailyText.objects.values_list("pk", "body")
    tries = SignUp.objects.values_list("pk", "confirmed_at")
    return [*rows, sorted(readers), sorted(texts), list(tries)]


def prepare(case: str, target: Target, user: User | None) -> None:
    if case == "throttled":
        who = [(OF_A_NETWORK, "127.0.0.1"), (confirming.OF_A_NETWORK, "127.0.0.1")]
        for limit, whose in [*who, *([(OF_AN_EDITOR, user.pk)] if user else [])]:
            while limit.allow(whose):
                """Until there is no more."""
    elif case == "closed":
        TextSettings.objects.update(are_on=False)
    elif case == "made up":
        target.confirm_url = "/texts/confirm/1:made-up/"
        target.reader.key, target.reader.pk, target.text.pk = "made-up", 99_999, 99_999


def send(post: Post, case: str, target: Target, user: User | None) -> HttpResponse:
    sender = Client(enforce_csrf_checks=case == "forged")
    if user:
        sender.force_login(user)
    body = {**post.body(target), **(post.wrong if case == "invalid" else {})}
    body = {name: value for name, value in body.items() if value is not None}
    headers = {"Origin": "https://evil.example"} if case == "forged" else dict(FROM_OUR_PAGE)
    url = post.url(target)
    if url == HOOK and case != "forged":
        headers["X-Twilio-Signature"] = signature(f"http://localhost{HOOK}", body)
    method = sender.patch if case == "other method" else sender.post
    return method(url, body, headers=headers)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", POSTS)
def test_the_answer_is_that_of_the_table(name: str, case: str, target: Target) -> None:
    post = POSTS[name]
    user = member("editor", *ALL) if post.permission else None
    prepare(case, target, user)
    before = everything()
    response = send(post, case, target, user)
    wanted = post.answers[CASES.index(case)]
    assert response.status_code == wanted
    is_wrong = case == "invalid" and post.wrong and name != "hook"
    is_held = name == "send to oneself" and case == "throttled"
    # The key alone is the proof that somebody may stop.
    is_taken = wanted in (200, 204, 302, 303) and not is_wrong and not is_held
    assert (everything() != before) == (is_taken and name not in CHANGE_NOTHING)


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("name", ADMIN)
def test_whoever_may_not_changes_nothing(name: str, person: str, target: Target) -> None:
    post = POSTS[name]
    others = [each for each in ALL if each != post.permission]
    user = None if person == "stranger" else member("other", *others)
    before = everything()
    response = send(post, "works", target, user)
    assert response.status_code in (302, 403)
    if response.status_code == 302:
        assert response.url.startswith("/admin/login/") or response.url == "/admin/"
    assert everything() == before


@pytest.mark.parametrize(
    ("url", "permission"),
    [
        ("texts_calendar", "write_texts"),
        ("texts_daily:list", "write_texts"),
        ("texts_series:list", "write_texts"),
        ("texts_readers", "see_readers"),
        ("texts_replies", "see_readers"),
        ("texts_consents", "export_consents"),
        ("texts_statistics", "see_readers"),
    ],
)
def test_who_has_the_permission_sees_the_page_and_nobody_else(
    url: str, permission: str, texts: TextSettings
) -> None:
    def status(user: User | None) -> int:
        client = Client()
        if user:
            client.force_login(user)
        return client.get(reverse(url)).status_code

    assert status(member("allowed", permission)) == 200
    assert status(member("editor")) == 302
    assert status(None) == 302
