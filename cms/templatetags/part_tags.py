"""Pieces of templates that are the same on every page of a site in a language."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cms.languages import home_for, site_for
from cms.parts import part

register = template.Library()


@register.tag("part")
def do_part(parser: Parser, token: Token) -> PartNode:
    """``{% part card article.pk %}…{% endpart %}``: written once in an edition of the site (``cms.parts``).

    What is inside may depend on the site, on the language and on the values after the name; not on
    the page around it nor on who reads.
    """
    _tag, *words = token.split_contents()
    if not words:
        raise template.TemplateSyntaxError("A part has a name.")
    name, *values = words
    inside = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(name, [parser.compile_filter(each) for each in values], inside)


class PartNode(template.Node):
    child_nodelists = ("inside",)

    def __init__(self, name: str, values: list[FilterExpression], inside: NodeList) -> None:
        self.name = name
        self.values = values
        self.inside = inside

    def render(self, context: Context) -> SafeString:
        request: Any = context.get("request")
        site, home = site_for(request), home_for(request)
        if site is None or home is None:
            return self.inside.render(context)
        values = (each.resolve(context) for each in self.values)
        # Sites may share a home page, and have settings of their own.
        key = ("template", self.name, site.pk, home.pk, get_language(), *values)
        return part(request, key, lambda: self.inside.render(context))
