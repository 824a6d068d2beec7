"""Blocks that shows and episodes have in common: people, support, places, words for machines."""

from __future__ import annotations

import re
from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.blocks.struct_block import BlockGroup

from cms.models import rendition_url
from podcast.blocks.ground import AuthorChooser, PartValue, PictureChooser, wrong
from podcast.feed.parts import Funding, Location, Person, Txt
from podcast.feed.persons import PERSON_ROLES
from podcast.pictures import PORTRAIT_SPEC

COORDINATES = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")


def role_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The taxonomy as groups of (value, words); a value is "group/role"."""
    return [
        (group, [(f"{group}/{role}".lower(), role) for role in roles])
        for group, roles in PERSON_ROLES.items()
    ]


class PersonValue(PartValue):
    def part(self, page: Any) -> Person | None:
        """Nobody, if the author has been deleted and no name was typed."""
        author = self["author"]
        name = author.name if author else self["name"]
        if not name:
            return None
        group, _slash, role = self["role"].partition("/")
        picture = self["picture"] or (author.picture if author else None)
        return Person(
            name=name,
            role=role,
            group=group,
            href=self["link"] or (author.website if author else ""),
            img=rendition_url(picture, PORTRAIT_SPEC, base=page.full_url),
        )


class PersonBlock(StructBlock):
    """Somebody heard, or at work behind the scenes."""

    author = AuthorChooser(
        "cms.Author",
        label=_("Person"),
        required=False,
        help_text=_("Somebody from your list of authors …"),
    )
    name = CharBlock(
        label=_("Or a name"), required=False, max_length=128, help_text=_("… or somebody else.")
    )
    role = ChoiceBlock(label=_("Role"), choices=role_choices, default="cast/host")
    picture = PictureChooser(
        label=_("Picture"), required=False, help_text=_("Empty: the author's own.")
    )
    link = URLBlock(
        label=_("Link"), required=False, help_text=_("Empty: the author's own website.")
    )

    class Meta:
        icon = "user"
        label = _("Person")
        value_class = PersonValue
        form_layout = BlockGroup(["author", "name", "role"], settings=["picture", "link"])

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if cleaned["author"] and cleaned["name"]:
            raise wrong(name=_("Choose a person or type a name, not both."))
        if not (cleaned["author"] or cleaned["name"] or self.is_deferred_validation):
            raise wrong(author=_("Choose a person, or type a name below."))
        return cleaned


class FundingValue(PartValue):
    def part(self, page: Any) -> Funding:
        return Funding(self["url"], self["text"])


class FundingBlock(StructBlock):
    """Where listeners may give."""

    url = URLBlock(label=_("Address"), help_text=_("The page on which listeners can give."))
    text = CharBlock(
        label=_("Words of the link"), max_length=128, help_text=_("Such as “Support the show”.")
    )

    class Meta:
        icon = "pick"
        label = _("Support link")
        value_class = FundingValue


class LocationValue(PartValue):
    def part(self, page: Any) -> Location:
        match = COORDINATES.fullmatch(self["coordinates"])
        return Location(
            name=self["name"],
            rel=self["rel"],
            geo=f"geo:{match[1]},{match[2]}" if match else "",
            osm=self["osm"],
            country=self["country"].lower(),
        )


class LocationBlock(StructBlock):
    """A place that matters to what is heard."""

    name = CharBlock(
        label=_("Place"), max_length=128, help_text=_("As people say it, such as “Lake Constance”.")
    )
    rel = ChoiceBlock(
        label=_("What is there?"),
        choices=[("subject", _("It is spoken about")), ("creator", _("It is made there"))],
        default="subject",
    )
    coordinates = CharBlock(
        label=_("Coordinates"),
        required=False,
        help_text=_("Latitude and longitude with a comma between, such as 47.65, 9.48."),
    )
    osm = CharBlock(
        label=_("OpenStreetMap"),
        required=False,
        validators=[
            RegexValidator(r"^[NWR]\d+(#\d+)?$", _("A letter N, W or R and a number: R113314."))
        ],
        help_text=_("The place's letter and number there, such as R113314."),
    )
    country = CharBlock(
        label=_("Country"),
        required=False,
        validators=[RegexValidator(r"^[A-Za-z]{2}$", _("The two letters of a country: at."))],
        help_text=_("Its two letters, such as “at”."),
    )

    class Meta:
        icon = "site"
        label = _("Place")
        value_class = LocationValue
        form_layout = BlockGroup(["name", "rel"], settings=["coordinates", "osm", "country"])

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        typed = cleaned["coordinates"]
        match = COORDINATES.fullmatch(typed)
        if typed and not (match and abs(float(match[1])) <= 90 and abs(float(match[2])) <= 180):
            raise wrong(coordinates=_("Type two numbers with a comma between: 47.65, 9.48."))
        return cleaned


class TxtValue(PartValue):
    def part(self, page: Any) -> Txt:
        return Txt(self["text"], self["purpose"])


class TxtBlock(StructBlock):
    """Words for a directory's machines, such as proof that the show is yours."""

    purpose = ChoiceBlock(
        label=_("What for?"),
        required=False,
        choices=[
            ("verify", _("Proof that the show is yours")),
            ("applepodcastsverify", _("Proof for Apple Podcasts")),
            ("ai-content", _("How artificial intelligence was used")),
            ("release", _("Release for those who may use it")),
        ],
        help_text=_("Empty if the directory names no purpose."),
    )
    text = TextBlock(
        label=_("Text"), max_length=4000, help_text=_("Exactly what the directory asked you for.")
    )

    class Meta:
        icon = "code"
        label = _("Text for a directory")
        value_class = TxtValue
