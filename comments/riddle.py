"""A riddle that costs a browser a second and a flood of comments a lot: proof of work, in reserve.

The ``altcha`` library makes and checks it (SHA-256 of a salt and a number that has to be found). Its
widget, and so django-altcha, is left out: it brings 66 KB and wants styles and workers that our
Content-Security-Policy refuses, where thirty lines do (static/comments/riddle.js).
"""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from altcha.v1 import ChallengeOptions, create_challenge, verify_solution
from django.utils.crypto import salted_hmac

from cms.throttle import allow

#: Half as many hashes on average; a phone does some ten thousand a second.
MOST_HASHES: Final = 50_000
SOLVED_WITHIN: Final = timedelta(minutes=20)


def new_riddle() -> dict[str, Any]:
    """What the browser needs: algorithm, challenge, maxNumber, salt (holding its end), signature."""
    options = ChallengeOptions(
        hmac_key=_key(), max_number=MOST_HASHES, expires=datetime.now(UTC) + SOLVED_WITHIN
    )
    return create_challenge(options).to_dict()


def is_solved(solution: str) -> bool:
    """Whether ``solution`` (base64 of JSON) solves a riddle of ours, in time and for the first time."""
    try:
        right, _fault = verify_solution(solution, _key())
        challenge = json.loads(base64.b64decode(solution))["challenge"] if right else ""
    except Exception:
        # The library trips over what nobody's browser sends, in many ways.
        return False
    seconds = SOLVED_WITHIN.total_seconds()
    return right and allow(key=f"riddle {challenge}", capacity=1, seconds=seconds)


def _key() -> str:
    return salted_hmac("comments.riddle", "", algorithm="sha256").hexdigest()
