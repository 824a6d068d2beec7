"""Telephone numbers as people type them, and what may be texted (ITU-T E.164)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Final

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, timezone

#: Landlines read nothing, and premium numbers cost whoever writes to them.
TEXTABLE: Final = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
#: An operator's block: numbers that differ in the last four digits only.
BLOCK_DIGITS: Final = 4
_UNKNOWN_ZONE: Final = timezone.UNKNOWN_TIMEZONE


class Reason(Enum):
    """Why a number is not taken."""

    UNREADABLE = "unreadable"
    NOT_VALID = "not valid"
    COUNTRY = "country"
    KIND = "kind"


class NumberError(ValueError):
    """What was typed is no number that may be texted; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Number:
    """``e164`` ("+12025550142"), ``shown`` as people write it, and the zones where it may be."""

    e164: str
    shown: str
    country: str
    zones: tuple[str, ...]

    @property
    def block(self) -> str:
        return block_of(self.e164)


def read_number(typed: str, *, country: str, allowed: Collection[str]) -> Number:
    """The number that was ``typed``, national in ``country`` ("US") or international.

    ``allowed`` are the countries that may be texted (ISO 3166-1, two letters). Raises NumberError.
    """
    try:
        parsed = phonenumbers.parse(typed, country or None)
    except phonenumbers.NumberParseException as error:
        raise NumberError(Reason.UNREADABLE) from error
    if parsed.extension or not phonenumbers.is_valid_number(parsed):
        raise NumberError(Reason.NOT_VALID)
    region = phonenumbers.region_code_for_number(parsed) or ""
    if region not in allowed:
        raise NumberError(Reason.COUNTRY)
    if phonenumbers.number_type(parsed) not in TEXTABLE:
        raise NumberError(Reason.KIND)
    return Number(
        e164=phonenumbers.format_number(parsed, PhoneNumberFormat.E164),
        shown=phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL),
        country=region,
        zones=zones_of(parsed),
    )


def zones_of(parsed: phonenumbers.PhoneNumber) -> tuple[str, ...]:
    """The IANA names of all zones in which the number may be; empty where nothing is known."""
    zones = timezone.time_zones_for_number(parsed)
    return tuple(sorted(zone for zone in zones if zone != _UNKNOWN_ZONE))


def block_of(e164: str) -> str:
    """All but the last digits: what one who hires numbers gets together."""
    return e164[:-BLOCK_DIGITS]


def masked(address: str) -> str:
    """A number or e-mail address so that its owner knows it again, and nobody else does."""
    if "@" in address:
        name, _at, domain = address.partition("@")
        return f"{name[:1]}…@{domain}"
    return f"{address[:3]}…{address[-2:]}" if address else ""


def example_of(country: str) -> str:
    """A mobile number as people write it there, which belongs to nobody."""
    number = phonenumbers.example_number_for_type(country or "US", PhoneNumberType.MOBILE)
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL) if number else ""
