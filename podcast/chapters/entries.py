"""One entry of a chapter file, checked: whatever the format, the same rules and the same faults."""

from __future__ import annotations

from typing import Final

from podcast import texts
from podcast.chapters.types import Chapter
from podcast.text_files import Reason, TextFileError

TITLE_LENGTH: Final = 500
URL_LENGTH: Final = 2_000


def checked(
    *,
    start: float | None,
    title: str,
    end: float | None = None,
    url: str = "",
    image_url: str = "",
    listed: bool = True,
    line: int | None = None,
    entry: int | None = None,
) -> Chapter:
    """The chapter, its texts clean; ``line`` or ``entry`` says where it stands in the file.

    An end equal to the start marks a point, as in Audacity. Raises TextFileError (BAD_TIME,
    END_BEFORE_START, NO_TITLE, BAD_LINK).
    """

    def fault(reason: Reason) -> TextFileError:
        return TextFileError(reason, line=line, entry=entry)

    if start is None or start < 0:
        raise fault(Reason.BAD_TIME)
    if end is not None and end < start:
        raise fault(Reason.END_BEFORE_START)
    title = texts.line(title, TITLE_LENGTH)
    if listed and not title:
        raise fault(Reason.NO_TITLE)
    page, image = (texts.web_address(link, URL_LENGTH) for link in (url, image_url))
    if (url.strip() and not page) or (image_url.strip() and not image):
        raise fault(Reason.BAD_LINK)
    return Chapter(start, title, end if end != start else None, page, image, listed)
