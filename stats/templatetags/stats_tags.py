"""What pages show of the counts."""

from __future__ import annotations

from typing import Any, Final

from django import template
from django.template.context import Context

from cms.languages import home_for
from cms.parts import part
from stats.trending import trending

register = template.Library()

#: What people come to read and hear.
KINDS: Final = ("articles.ArticlePage", "podcast.EpisodePage")
LIMIT: Final = 5
#: Fewer say nothing of what people read.
FEWEST: Final = 3


@register.inclusion_tag("stats/now_trending.html", takes_context=True)
def now_trending(context: Context, *kinds: str, limit: int = LIMIT) -> dict[str, Any]:
    """The most read pages of these kinds (labels of models) but the one shown: ``{% now_trending limit=3 %}``.

    Without kinds articles and episodes, in the language of the page.
    """
    request = context.get("request")
    root = home_for(request)
    if root is None:
        return {}
    kinds = kinds or KINDS
    # One more than is shown: the list is shared by all pages, and each leaves out itself.
    key = ("trending", root.pk, kinds, limit)
    most_read = part(request, key, lambda: trending(root, kinds, limit=limit + 1))
    shown = getattr(context.get("page"), "pk", None)
    pages = [each for each in most_read if each.pk != shown][:limit]
    if len(pages) < FEWEST:
        return {}
    return {"request": request, "pages": pages, "several_kinds": len(kinds) > 1}
