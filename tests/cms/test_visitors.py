"""Whose request it is: nobody can choose their own address, or hide in a large network."""

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from cms.visitors import address_of, neighbourhood_of


def seen(remote: str, forwarded: str | None = None) -> str:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    request = RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers)
    return str(address_of(request))


def test_without_a_proxy_of_ours_what_a_visitor_says_of_itself_is_not_heard(
    settings: LazySettings,
) -> None:
    settings.BEHIND_PROXY = False
    assert seen("192.0.2.7", "198.51.100.1") == "192.0.2.7"


@pytest.mark.parametrize(
    "forwarded", ["192.0.2.7", "198.51.100.1, 192.0.2.7", "127.0.0.1,192.0.2.7", "?, 192.0.2.7 "]
)
def test_behind_a_proxy_only_what_it_wrote_itself_counts(
    settings: LazySettings, forwarded: str
) -> None:
    settings.BEHIND_PROXY = True
    assert seen("127.0.0.1", forwarded) == "192.0.2.7"


@pytest.mark.parametrize("forwarded", [None, "", "198.51.100.1, "])
def test_a_proxy_that_writes_nothing_is_the_visitor(
    settings: LazySettings, forwarded: str | None
) -> None:
    settings.BEHIND_PROXY = True
    assert seen("192.0.2.7", forwarded) == "192.0.2.7"


@pytest.mark.parametrize("remote", ["", "unix:", "not an address", "192.0.2.7:80"])
def test_nonsense_is_nobody(remote: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=remote)
    assert address_of(request) is None
    assert neighbourhood_of(request) == ""


@pytest.mark.parametrize(
    ("remote", "neighbourhood"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ],
)
def test_all_addresses_of_one_household_are_one(remote: str, neighbourhood: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=remote)
    assert neighbourhood_of(request) == neighbourhood
