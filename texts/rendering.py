"""What is put into the words of editors: the sender, the reader's name, short links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from texts.plain.segments import fold

#: "{first_name}", or "{first_name|friend}" with what to say to those who gave none.
PLACEHOLDER: Final = re.compile(r"\{([^{}|]*)(?:\|([^{}|]*))?\}")
#: With what stands before it, which goes along where there is no name: "Good morning, {first_name}!"
_WITH_COMMA: Final = re.compile(r"(,? *)" + PLACEHOLDER.pattern)
KNOWN: Final = "first_name"
WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


def validate_placeholders(body: str) -> None:
    """Raise ValidationError where something in braces would be sent as it stands."""
    for match in PLACEHOLDER.finditer(body):
        if match[1].strip() != KNOWN:
            raise ValidationError(
                _("{%(name)s} means nothing. There is {first_name|friend}."),
                params={"name": match[1]},
            )
    if re.search(r"[{}]", PLACEHOLDER.sub("", body)):
        raise ValidationError(_("There is a brace without its other half."))


def render(
    body: str,
    *,
    sender: str,
    first_name: str = "",
    shorten: Callable[[str], str] | None = None,
) -> str:
    """The text as it is sent. ``shorten`` makes a short address of a long one."""

    def name(match: re.Match[str]) -> str:
        said = first_name or (match[3] or "").strip()
        return f"{match[1]}{said}" if said else ""

    # Links first: what a reader gave as a name is never one.
    text = WEB_ADDRESS.sub(lambda match: shorten(match[0]), body) if shorten else body
    text = _WITH_COMMA.sub(name, text)
    return fold(f"{sender}: {text}" if sender else text).strip()
