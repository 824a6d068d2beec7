"""Durations for people and for machines."""

import pytest

from podcast.clock import clock, iso_duration


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (59.9, "1:00"), (65, "1:05"), (3725.4, "1:02:05"), (36_000, "10:00:00")],
)
def test_a_duration_is_shown_as_a_clock_shows_it(seconds, shown):
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "value"), [(0, "PT0M0S"), (65, "PT1M5S"), (3725.4, "PT1H2M5S")]
)
def test_a_duration_for_machines_is_valid_html(seconds, value):
    assert iso_duration(seconds) == value


def test_an_unknown_duration_is_none_at_all():
    assert clock(None) == "0:00"
