"""In times of attack a browser has to work for a comment; people hardly notice."""

from __future__ import annotations

import base64
import json
from typing import Any

import altcha
import pytest
from django.test import Client
from django.urls import reverse

from comments import riddle, submitting
from comments.models import Comment, CommentSettings
from tests.comments.readers import Reader


@pytest.fixture
def demanding(reader: Reader, comment_settings: CommentSettings) -> Reader:
    comment_settings.has_riddle = True
    comment_settings.save()
    return reader


def solved(client: Client, **other: Any) -> str:
    """What the script of the form finds."""
    told = client.get(reverse("comment_riddle")).json()
    number = next(
        number
        for number in range(told["maxNumber"] + 1)
        if altcha.hash_hex("SHA-256", f"{told['salt']}{number}".encode()) == told["challenge"]
    )
    names = ("algorithm", "challenge", "salt", "signature")
    answer = {"number": number, **{name: told[name] for name in names}, **other}
    return base64.b64encode(json.dumps(answer).encode()).decode()


def test_a_solution_lets_the_comment_through(demanding: Reader) -> None:
    assert demanding.send(riddle=solved(demanding.client)).status_code == 303


@pytest.mark.parametrize("solution", ["", "x", "MQ==", "e30=", "W10=", "ß", "\x00"])
def test_without_one_nothing_is_stored_and_nothing_lost(demanding: Reader, solution: str) -> None:
    response = demanding.send(riddle=solution)
    assert response.status_code == 422
    assert "has not solved the riddle" in response.content.decode()
    assert "I will try that tonight." in response.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "forged", [{"signature": "0"}, {"number": -1}, {"salt": "own"}, {"salt": []}]
)
def test_a_forged_one_is_none(demanding: Reader, forged: dict[str, Any]) -> None:
    assert demanding.send(riddle=solved(demanding.client, **forged)).status_code == 422


def test_one_solution_is_good_for_one_comment(demanding: Reader) -> None:
    solution = solved(demanding.client)
    assert demanding.send(riddle=solution).status_code == 303
    assert demanding.send(riddle=solution, text="Another").status_code == 422


def test_what_is_wrong_elsewhere_does_not_use_it_up(demanding: Reader) -> None:
    solution = solved(demanding.client)
    assert demanding.send(riddle=solution, name="").status_code == 422
    assert demanding.send(riddle=solution).status_code == 303


def test_a_preview_needs_none(demanding: Reader) -> None:
    response = demanding.send(preview="1")
    assert response.status_code == 200
    assert "So it will look" in response.text


def test_a_preview_keeps_it_for_the_comment(demanding: Reader) -> None:
    solution = solved(demanding.client)
    response = demanding.send(riddle=solution, preview="1")
    assert response.context["form"]["riddle"].value() == solution
    assert demanding.send(riddle=solution).status_code == 303


def test_who_is_refused_for_another_reason_solves_another(demanding: Reader) -> None:
    words = "The same words as somebody else's, which nobody says by chance."
    assert demanding.send(riddle=solved(demanding.client), text=words).status_code == 303
    repeated = demanding.send(riddle=solved(demanding.client), text=words, name="Tom")
    assert repeated.status_code == 422
    assert repeated.context["form"]["riddle"].value() == ""


def test_it_has_to_be_solved_in_time(demanding: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(riddle, "SOLVED_WITHIN", -riddle.SOLVED_WITHIN)
    assert demanding.send(riddle=solved(demanding.client)).status_code == 422


def test_it_is_not_asked_for_in_quiet_times(reader: Reader) -> None:
    assert "riddle" not in reader.client.get(reader.page.url).content.decode()
    assert reader.send().status_code == 303


class TestFlooded:
    """All that the page may take has been taken by others."""

    @pytest.fixture(autouse=True)
    def _flooded(self, reader: Reader) -> None:
        while submitting.OF_A_PAGE.allow(reader.page.pk):
            pass

    def test_a_reader_is_given_a_riddle_and_gets_through(self, reader: Reader) -> None:
        refused = reader.send()
        assert refused.status_code == 429
        assert int(refused["Retry-After"]) > 0
        assert f'data-riddle="{reverse("comment_riddle")}"' in refused.text
        assert "I will try that tonight." in refused.text
        assert reader.send(riddle=solved(reader.client)).status_code == 303

    @pytest.mark.parametrize("solution", ["", "x", "e30="])
    def test_who_has_not_solved_it_waits(self, reader: Reader, solution: str) -> None:
        assert reader.send(riddle=solution).status_code == 429
        assert not Comment.objects.exists()

    def test_one_network_cannot_buy_more_than_its_own(self, reader: Reader) -> None:
        capacity = submitting.OF_A_NETWORK.capacity
        answers = [
            reader.send(text=f"Number {number}.", riddle=solved(reader.client)).status_code
            for number in range(capacity + 1)
        ]
        assert answers == [303] * capacity + [429]
