"""JSON that strangers wrote: read without surprises."""

from __future__ import annotations

import json
import math
from typing import Any

from podcast.text_files import Reason, TextFileError


def load(text: str) -> Any:
    """What ``text`` says. Raises TextFileError (BAD_JSON, with the line where that is known)."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise TextFileError(Reason.BAD_JSON, line=error.lineno) from None
    except (RecursionError, ValueError):
        # Lists in lists without end; a number of thousands of digits.
        raise TextFileError(Reason.BAD_JSON) from None


def number(value: Any) -> float | None:
    """``value`` if it is a finite number; true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        seconds = float(value)
    except OverflowError:
        return None
    return seconds if math.isfinite(seconds) else None
