"""``{% fragment "related" page.pk %}…{% endfragment %}``: a part of a page, kept for the next reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from cms.fragments import fragment

register = template.Library()


@register.tag("fragment")
def do_fragment(parser: Parser, token: Token) -> FragmentNode:
    """Takes a name, and whatever the part depends on beside the host and the language.

    It depends on nothing else: no user, no message, no token, no time; and sets no variable that is
    read after it.
    """
    _tag, *words = token.split_contents()
    if not words:
        raise template.TemplateSyntaxError("A fragment needs a name.")
    nodelist = parser.parse(("endfragment",))
    parser.delete_first_token()
    name, *keys = [parser.compile_filter(word) for word in words]
    return FragmentNode(nodelist, name, keys)


@dataclass
class FragmentNode(template.Node):
    nodelist: NodeList
    name: FilterExpression
    keys: list[FilterExpression] = field(default_factory=list)

    def render(self, context: Context) -> SafeString:
        keys: tuple[Any, ...] = tuple(key.resolve(context) for key in self.keys)
        html = fragment(
            context.get("request"),
            str(self.name.resolve(context)),
            keys,
            lambda: self.nodelist.render(context),
        )
        # Safe: it is what the template engine has made of the part.
        return mark_safe(html)  # noqa: S308
