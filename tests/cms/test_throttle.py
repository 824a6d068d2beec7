"""The throttle: a number of times at once, then as fast as tokens come back, whoever asks at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.db.models import F

from cms.models import Bucket
from cms.throttle import allow, forget_full_buckets

ASKERS = 8


def ask(key: str = "somebody") -> bool:
    """Three at once, and one more every twenty seconds."""
    return allow(key=key, capacity=3, seconds=60)


def wait(seconds: float) -> None:
    Bucket.objects.update(full_at=F("full_at") - seconds)


@pytest.mark.django_db
def test_as_many_as_the_bucket_holds_and_no_more() -> None:
    assert [ask() for _ in range(5)] == [True, True, True, False, False]


@pytest.mark.django_db
def test_tokens_come_back_one_by_one() -> None:
    for _ in range(3):
        ask()
    wait(19)
    assert not ask()
    wait(1)
    assert ask()
    assert not ask()


@pytest.mark.django_db
def test_a_bucket_left_alone_for_long_holds_no_more_than_when_it_was_new() -> None:
    ask()
    wait(10_000)
    assert [ask() for _ in range(4)] == [True, True, True, False]


@pytest.mark.django_db
def test_who_asks_in_vain_waits_no_longer_for_that() -> None:
    for _ in range(3):
        ask()
    assert not any(ask() for _ in range(10))
    wait(20)
    assert ask()


@pytest.mark.django_db
def test_everybody_has_a_bucket_of_their_own() -> None:
    for _ in range(4):
        ask("one")
    assert ask("another")


@pytest.mark.django_db
def test_no_key_can_be_read_from_the_table() -> None:
    ask("192.0.2.7")
    (bucket,) = Bucket.objects.all()
    assert "192" not in bucket.key
    assert len(bucket.key) == 64


@pytest.mark.django_db
def test_full_buckets_are_forgotten_and_nobody_gains_by_it() -> None:
    ask("long ago")
    wait(60)
    for _ in range(3):
        ask("just now")
    assert forget_full_buckets() == 1
    assert not ask("just now")


@pytest.mark.django_db
def test_what_a_failed_transaction_took_is_given_back() -> None:
    with transaction.atomic():
        for _ in range(3):
            ask()
        transaction.set_rollback(True)
    assert ask()


@pytest.mark.parametrize("is_new", [True, False], ids=["new bucket", "bucket already there"])
@pytest.mark.django_db(transaction=True)
def test_eight_who_ask_at_once_share_three_tokens(is_new: bool) -> None:
    if not is_new:
        ask()
        wait(60)
    start = Barrier(ASKERS, timeout=30)

    def ask_at_once(_number: int) -> bool:
        try:
            connection.ensure_connection()
            start.wait()
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(ASKERS) as askers:
        answers = list(askers.map(ask_at_once, range(ASKERS)))
    assert answers.count(True) == 3
