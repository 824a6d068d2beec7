"""Films and other things that another site shows, which load nothing before the reader asks."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue, URLBlock

# Watch pages and the addresses their makers offer for framing without cookies.
EMBED_RULES = (
    (
        re.compile(
            r"^https?://(?:www\.|m\.)?youtube\.com/(?:watch\?(?:.*&)?v=|shorts/)([\w-]{11})"
        ),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    (re.compile(r"^https?://youtu\.be/([\w-]{11})"), "https://www.youtube-nocookie.com/embed/{}"),
    (
        re.compile(r"^https?://(?:www\.)?vimeo\.com/(\d+)"),
        "https://player.vimeo.com/video/{}?dnt=1",
    ),
)


class EmbedValue(StructValue):
    """An embed that knows its host and, where the host is known, the address to frame."""

    @property
    def host(self) -> str:
        return urlsplit(self["url"]).hostname or ""

    @property
    def frame_host(self) -> str:
        """Who will be asked when the reader opens the embed."""
        return urlsplit(self.frame_url).hostname or ""

    @property
    def frame_url(self) -> str:
        for pattern, address in EMBED_RULES:
            if match := pattern.match(self["url"]):
                return address.format(match.group(1))
        return ""


class EmbedBlock(StructBlock):
    """Something shown by another site. Nothing is loaded from there until the reader asks for it."""

    url = URLBlock(
        label=_("Address"), help_text=_("YouTube and Vimeo open in the page, others as a link.")
    )
    title = CharBlock(label=_("What it is"), max_length=150)

    class Meta:
        icon = "media"
        label = _("Video or other embed")
        template = "blocks/embed.html"
        value_class = EmbedValue
