"""Times for people and for machines, and times that people type."""

import pytest

from podcast.clock import clock, exact_clock, full_clock, iso_duration, seconds_of


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


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1:02:03", 3723),
        ("62:03", 3723),
        ("3723", 3723),
        (" 00:00:01.250 ", 1.25),
        ("1,5", 1.5),
        ("1h 2m 3s", 3723),
        ("62m3s", 3723),
        ("5 min", 300),
        ("0", 0),
    ],
)
def test_a_typed_time_is_understood(text, seconds):
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "-1", "1:60", "1:60:00", "1::2", "1:2:3:4", "1e3", "nan", "h", "1.2.3"],
)
def test_what_is_no_time_is_none(text):
    assert seconds_of(text) is None


@pytest.mark.parametrize("seconds", [0, 0.001, 59.999, 65, 3725.4, 359_999.5])
def test_an_exact_time_is_read_back(seconds):
    assert seconds_of(exact_clock(seconds)) == seconds
    assert seconds_of(full_clock(seconds)) == seconds


def test_a_full_clock_has_two_digits_and_thousandths():
    assert full_clock(65.5) == "00:01:05.500"
    assert full_clock(3600, ",") == "01:00:00,000"
