"""The block that tells apps how to pass on payments of listeners (`podcast:value`)."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
)
from wagtail.blocks.struct_block import BlockGroup

from podcast.blocks.ground import PartValue
from podcast.feed.parts import Value, ValueRecipient


class RecipientBlock(StructBlock):
    """One of those among whom a payment is shared."""

    name = CharBlock(label=_("Name"), required=False, max_length=128)
    type = ChoiceBlock(
        label=_("Kind of address"),
        choices=[("node", _("Lightning node")), ("lnaddress", _("Lightning address"))],
        default="lnaddress",
    )
    address = CharBlock(label=_("Address"), max_length=500)
    split = IntegerBlock(
        label=_("Shares"),
        default=100,
        validators=[MinValueValidator(1), MaxValueValidator(1_000_000)],
        help_text=_("Of all shares together; 90 and 10 make nine tenths and one tenth."),
    )
    fee = BooleanBlock(
        label=_("Fee"), required=False, help_text=_("Taken off first, before the others share.")
    )
    custom_key = CharBlock(label=_("Custom key"), required=False, max_length=128)
    custom_value = CharBlock(label=_("Custom value"), required=False, max_length=500)

    class Meta:
        icon = "user"
        label = _("Recipient")
        form_layout = BlockGroup(
            ["name", "type", "address", "split"], settings=["fee", "custom_key", "custom_value"]
        )


class ValueValue(PartValue):
    def part(self, page: Any) -> Value:
        recipients = tuple(ValueRecipient(**recipient) for recipient in self["recipients"])
        return Value(
            type="lightning",
            method=self["method"],
            suggested=self["suggested"],
            recipients=recipients,
        )


class ValueBlock(StructBlock):
    """How apps may pass on payments of listeners."""

    method = ChoiceBlock(
        label=_("Way of payment"),
        choices=[("lnaddress", _("Lightning address")), ("keysend", _("Keysend"))],
        default="lnaddress",
    )
    suggested = CharBlock(
        label=_("Suggested amount"),
        required=False,
        validators=[RegexValidator(r"^\d{1,3}(\.\d{1,12})?$", _("A number such as 0.00000015."))],
        help_text=_("In bitcoin for each minute, such as 0.00000015."),
    )
    recipients = ListBlock(RecipientBlock(), label=_("Recipients"), min_num=1)

    class Meta:
        icon = "pick"
        label = _("Payments (Lightning)")
        value_class = ValueValue
        form_layout = BlockGroup(["method", "recipients"], settings=["suggested"])
