"""Keeps machines from having us send texts that cost (SMS pumping), and the budget from being overdrawn.

Who gets no code is not told: the answer to a sign-up is the same whatever is known of a number. All of it
fails closed: what cannot be counted is not sent.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import F, Sum
from django.utils import timezone

from cms.throttle import Limit
from texts.models import Channel, DaySpending, SignUp, TextSettings
from texts.plain.numbers import block_of

AN_HOUR: Final = 60 * 60
A_DAY: Final = 24 * AN_HOUR
OF_A_NETWORK: Final = Limit("text sign-ups from {}", 3, AN_HOUR)
OF_AN_ADDRESS: Final = Limit("text codes to {}", 1, A_DAY)
OF_A_BLOCK: Final = Limit("text codes to block {}", 10, AN_HOUR)
#: When so many codes go out that somebody seems to pump, whole blocks are what they have; readers are few in each.
OF_A_BLOCK_IN_ALARM: Final = Limit("text codes to block {} in alarm", 2, A_DAY)
OF_MAIL: Final = Limit("text codes by mail at {}", 200, AN_HOUR)

#: Shares of the day's budget: codes may take half of it, and from a quarter on it is an alarm.
CODES_TAKE: Final = 0.5
ALARM_FROM: Final = 0.25


def may_get_code(settings: TextSettings, sign_up: SignUp, parts: int) -> bool:
    """Whether a code of ``parts`` may go to who signs up; takes it from all limits and from the budget."""
    if sign_up.channel == Channel.EMAIL:
        return OF_AN_ADDRESS.allow(sign_up.mark) and OF_MAIL.allow(settings.site_id)
    block = block_of(sign_up.address)
    is_early = OF_A_BLOCK_IN_ALARM.allow(block)
    may_go = OF_A_BLOCK.allow(block) and (is_early or not is_alarm(settings))
    # Last: who gets none for somebody else's fault may ask again.
    return may_go and OF_AN_ADDRESS.allow(sign_up.mark) and spend(settings, parts, is_code=True)


def is_alarm(settings: TextSettings) -> bool:
    """Whether so many codes went out today that somebody seems to have us send them."""
    return code_parts_on(settings.site_id, _today()) >= settings.parts_a_day * ALARM_FROM


def spend(settings: TextSettings, parts: int, *, is_code: bool = False) -> bool:
    """Take ``parts`` from the day's budget; False where they are not in it. One statement decides."""
    today = _today()
    DaySpending.objects.get_or_create(site_id=settings.site_id, day=today)
    rest = DaySpending.objects.filter(
        site=settings.site_id, day=today, parts__lte=settings.parts_a_day - parts
    )
    if is_code:
        rest = rest.filter(code_parts__lte=int(settings.parts_a_day * CODES_TAKE) - parts)
    more = {"code_parts": F("code_parts") + parts} if is_code else {}
    return bool(rest.update(parts=F("parts") + parts, **more))


def spend_regardless(settings: TextSettings, parts: int) -> None:
    """Count what must be sent whatever it costs: that somebody is stopped."""
    today = _today()
    DaySpending.objects.get_or_create(site_id=settings.site_id, day=today)
    DaySpending.objects.filter(site=settings.site_id, day=today).update(parts=F("parts") + parts)


def give_back(settings: TextSettings, parts: int) -> None:
    """What the provider did not take cost nothing."""
    spent = DaySpending.objects.filter(site=settings.site_id, day=_today(), parts__gte=parts)
    spent.update(parts=F("parts") - parts)


def parts_on(site_id: int, day: date) -> int:
    return _sum("parts", site_id, day)


def code_parts_on(site_id: int, day: date) -> int:
    return _sum("code_parts", site_id, day)


def _sum(field: str, site_id: int, day: date) -> int:
    spent = DaySpending.objects.filter(site=site_id, day=day)
    return spent.aggregate(n=Sum(field))["n"] or 0


def _today() -> date:
    return timezone.now().date()
