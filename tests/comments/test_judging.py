"""A comment that comes waits, appears at once or is taken for spam, as the site wishes."""

import pytest

from comments.judging import judge
from comments.models import Comment, CommentSettings, Status


def verdict(
    settings: CommentSettings,
    *,
    network: str = "192.0.2.1",
    is_trusted: bool = False,
    **fields: object,
) -> tuple[Status, str]:
    comment = Comment(
        **{"name": "Ada", "email": "ada@reader.example", "text": "Cheap pills here", **fields}
    )
    found = judge(comment, settings, network=network, is_trusted=is_trusted)
    return found.status, found.remark


def test_a_stranger_waits() -> None:
    assert verdict(CommentSettings()) == (Status.PENDING, "")


def test_a_returning_reader_appears_at_once() -> None:
    assert verdict(CommentSettings(), is_trusted=True)[0] == Status.APPROVED


def test_not_with_words_that_may_be_spam() -> None:
    assert verdict(CommentSettings(), is_trusted=True, score=0.6)[0] == Status.PENDING


def test_what_is_surely_spam_waits_for_nobody() -> None:
    assert verdict(CommentSettings(), is_trusted=True, score=0.99)[0] == Status.SPAM


@pytest.mark.parametrize("words", ["cheap PILLS", "casino\npills", " pills \n\n", "Ada"])
def test_a_blocked_word_is_found_in_any_case_in_name_and_text(words: str) -> None:
    status, remark = verdict(CommentSettings(blocked_words=words), is_trusted=True)
    assert status == Status.SPAM
    assert remark.startswith("Blocked word: ")


@pytest.mark.parametrize(
    "sender",
    [
        "ADA@reader.example",
        "reader.example",
        "example",
        ".example",
        "192.0.2.1",
        "192.0.2.0/24",
        "nobody@else.example\n192.0.2.0/30",
    ],
)
def test_a_blocked_sender_is_an_address_a_domain_or_a_network(sender: str) -> None:
    status, remark = verdict(CommentSettings(blocked_senders=sender), is_trusted=True)
    assert (status, remark) == (Status.SPAM, "Blocked sender")


@pytest.mark.parametrize(
    "sender",
    ["da@reader.example", "der.example", "192.0.3.0/24", "2001:db8::/32", "@", "no such thing"],
)
def test_others_are_not(sender: str) -> None:
    assert verdict(CommentSettings(blocked_senders=sender))[0] == Status.PENDING


def test_a_network_of_ipv6_is_met_by_the_64_of_a_household() -> None:
    settings = CommentSettings(blocked_senders="2001:db8:0:1::5")
    assert verdict(settings, network="2001:db8:0:1::/64")[0] == Status.SPAM
    assert verdict(settings, network="2001:db8:0:2::/64")[0] == Status.PENDING


def test_nobody_is_blocked_for_coming_from_nowhere() -> None:
    settings = CommentSettings(blocked_senders="192.0.2.0/24\nexample")
    assert verdict(settings, network="", email="")[0] == Status.PENDING
