"""A morning is the reader's own, and no text comes at night in any zone where the number may be."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from texts.plain.hours import at, morning_of, told_apart, window_now

NINE = time(9)
ZONES = (
    "America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu",
    "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Casablanca", "UTC",
)  # fmt: skip


def shown(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("zone", ZONES)
def test_it_opens_at_nine_by_the_readers_clock_on_every_day_of_two_years(zone: str) -> None:
    for number in range(731):
        day = date(2027, 6, 1) + timedelta(days=number)
        window = morning_of(day, clock=NINE, home=zone, zones=[])
        assert shown(window.opens, zone) == f"{day} 09:00"
        assert shown(window.closes, zone) == f"{day} 13:00"


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        # The clocks go forward on 2027-03-14 and back on 2027-11-07.
        (date(2027, 3, 13), "14:00"), (date(2027, 3, 14), "13:00"),
        (date(2027, 11, 6), "13:00"), (date(2027, 11, 7), "14:00"),
        # Leap day.
        (date(2028, 2, 29), "14:00"),
    ],
)  # fmt: skip
def test_days_when_clocks_change_and_leap_days_have_a_nine_o_clock(day: date, utc: str) -> None:
    window = morning_of(day, clock=NINE, home="America/New_York", zones=[])
    assert f"{window.opens:%Y-%m-%d %H:%M}" == f"{day} {utc}"


def test_a_time_that_the_clocks_leap_over_comes_later_and_one_that_comes_twice_comes_first() -> (
    None
):
    assert shown(at(date(2027, 3, 28), time(2, 30), "Europe/Berlin"), "Europe/Berlin") == (
        "2027-03-28 03:30"
    )
    assert at(date(2027, 10, 31), time(2, 30), "Europe/Berlin") == datetime(
        2027, 10, 31, 0, 30, tzinfo=UTC
    )


def test_a_day_that_a_country_left_out_shifts_nothing_else() -> None:
    # Samoa had no 2011-12-30.
    before = morning_of(date(2011, 12, 29), clock=NINE, home="Pacific/Apia", zones=[])
    after = morning_of(date(2011, 12, 31), clock=NINE, home="Pacific/Apia", zones=[])
    assert after.opens - before.opens == timedelta(days=1)


def test_it_is_day_in_all_zones_of_the_number() -> None:
    zones = ["America/New_York", "America/Los_Angeles"]
    for home in zones:
        window = morning_of(date(2027, 1, 5), clock=NINE, home=home, zones=zones)
        for moment in (window.opens, window.closes - timedelta(seconds=1)):
            for zone in zones:
                assert 9 <= moment.astimezone(ZoneInfo(zone)).hour < 21


def test_where_a_number_may_be_anywhere_the_readers_word_counts() -> None:
    window = morning_of(date(2027, 1, 5), clock=NINE, home="America/New_York", zones=ZONES)
    assert shown(window.opens, "America/New_York") == "2027-01-05 09:00"


def test_where_the_morning_is_night_elsewhere_a_later_hour_of_the_day_is_taken() -> None:
    # When it is evening in Anadyr it is morning in Moscow.
    zones = ["Asia/Anadyr", "Europe/Moscow"]
    window = morning_of(date(2027, 1, 5), clock=NINE, home="Asia/Anadyr", zones=zones)
    for moment in (window.opens, window.closes - timedelta(seconds=1)):
        for zone in zones:
            assert 9 <= moment.astimezone(ZoneInfo(zone)).hour < 21, zone


def test_far_zones_are_compared_on_the_day_that_they_have_then() -> None:
    # Nine on Tuesday in Kiritimati is Monday in Honolulu, which has the same clock.
    zones = ["Pacific/Kiritimati", "Pacific/Honolulu"]
    window = morning_of(date(2027, 1, 5), clock=NINE, home="Pacific/Kiritimati", zones=zones)
    assert shown(window.opens, "Pacific/Kiritimati") == "2027-01-05 09:00"
    assert shown(window.opens, "Pacific/Honolulu") == "2027-01-04 09:00"


@pytest.mark.parametrize(
    ("hour", "is_open"), [(8, False), (9, True), (12, True), (13, False), (22, False), (3, False)]
)
def test_the_window_of_now_is_open_in_the_morning_only(hour: int, is_open: bool) -> None:
    now = datetime(2027, 5, 5, hour, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    window = window_now(now, clock=NINE, home="Europe/Berlin", zones=["Europe/Berlin"])
    assert window.holds(now) == is_open
    assert window.day == date(2027, 5, 5)


def test_a_practice_that_writes_later_has_a_later_morning() -> None:
    window = morning_of(date(2027, 5, 5), clock=time(11, 30), home="UTC", zones=[])
    assert shown(window.opens, "UTC") == "2027-05-05 11:30"


def test_zones_with_the_same_clock_are_one_choice() -> None:
    now = datetime(2027, 5, 5, tzinfo=UTC)
    british = ["Europe/London", "Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey"]
    assert told_apart(british, now) == ["Europe/London"]
    assert told_apart(["America/Phoenix", "America/Denver"], now) == [
        "America/Phoenix",
        "America/Denver",
    ]
