"""What pages show of the daily texts."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from texts.forms import SignUpByTextForm
from texts.models import TextSettings

register = template.Library()


@register.inclusion_tag("texts/includes/block.html", takes_context=True)
def texts_sign_up(context: Context) -> dict[str, Any]:
    """The form to sign up, in a section of its own; nothing where the site has no daily texts."""
    request = context["request"]
    settings = TextSettings.for_request(request)
    form = SignUpByTextForm(settings=settings) if settings.are_on else None
    return {"form": form, "texts": settings}


@register.inclusion_tag("texts/includes/footer.html", takes_context=True)
def texts_in_footer(context: Context) -> dict[str, Any]:
    """One field, which leads to the whole form."""
    request = context.get("request")
    return {"texts": TextSettings.for_request(request) if request else None}
