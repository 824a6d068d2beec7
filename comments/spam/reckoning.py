"""How much a set of traits looks like spam, from how often each was seen in both kinds. Plain Python.

Gary Robinson's way ("A Statistical Approach to the Spam Problem", Linux Journal 107, 2003): rare traits
say little, and what the telling ones say is joined by Fisher's method. Unlike products of probabilities
it says "I do not know" (0.5) where the evidence contradicts itself or there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log
from typing import Final

#: How much is taken for granted of a trait before it has been seen: nothing (0.5), as if seen once.
ASSUMED, STRENGTH = 0.5, 1.0
#: Of so many traits, those that tell most, and none that tells less than this.
MOST_TELLING: Final = 40
LEAST_TELLING: Final = 0.1
#: With fewer comments of one kind than this, anything said would be an accident: after ten each,
#: up to two in a hundred readers were taken for spam, after twenty hardly any (docs/benchmarks.md).
LEAST_LEARNT: Final = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """How many comments of each kind had a trait, or how many there were at all."""

    spam: int = 0
    good: int = 0


def score(traits: Iterable[str], seen: Mapping[str, Seen], total: Seen) -> float | None:
    """From 0 (good) to 1 (spam); None while too little has been learnt."""
    if min(total.spam, total.good) < LEAST_LEARNT:
        return None
    chances = [_chance(seen[trait], total) for trait in traits if trait in seen]
    telling = sorted(
        (chance for chance in chances if abs(chance - 0.5) >= LEAST_TELLING),
        key=lambda chance: -abs(chance - 0.5),
    )[:MOST_TELLING]
    if not telling:
        return 0.5
    spam = _fisher([1 - chance for chance in telling])
    good = _fisher(telling)
    return (1 + spam - good) / 2


def _chance(seen: Seen, total: Seen) -> float:
    """How likely a comment with this trait is spam, if both kinds were equally common."""
    in_spam, in_good = seen.spam / total.spam, seen.good / total.good
    times = seen.spam + seen.good
    if not times:
        return ASSUMED
    raw = in_spam / (in_spam + in_good)
    return (STRENGTH * ASSUMED + times * raw) / (STRENGTH + times)


def _fisher(chances: list[float]) -> float:
    """How surely ``chances`` are smaller than chance alone would make them: 1 minus the p-value."""
    chi_squared = -2 * sum(log(chance) for chance in chances)
    return 1 - _upper_tail(chi_squared, len(chances))


def _upper_tail(chi_squared: float, halves: int) -> float:
    """Of the chi-squared distribution with ``2 * halves`` degrees of freedom: a finite sum."""
    half = chi_squared / 2
    term = total = exp(-half)
    for step in range(1, halves):
        term *= half / step
        total += term
    return min(total, 1.0)
