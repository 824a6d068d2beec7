"""Shows editors and developers every block and component in the site's own styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.blocks import StreamValue
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from cms.blocks import BodyBlock
from cms.models import BasePageQuerySet, Picture
from cms.palette import default_tones
from cms.samples import block_samples, sample_forms, section_samples

THEMES: Final = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Specimen:
    """One block: its name in the code, its name for editors, and samples where there are any."""

    name: str
    label: str
    text: StreamValue | None


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """The page; ``?theme=`` light or dark shows what the reader's device would choose."""
    pictures = policy_registry.get_by_type(Picture).instances_user_has_permission_for(
        request.user, "choose"
    )
    picture = pictures.order_by("-pk").first()
    theme = request.GET.get("theme")
    latest = _latest()
    context = {
        "theme": theme if theme in THEMES else "",
        "tokens": default_tones()[0],
        "specimens": list(_specimens(request, picture, latest["episode"])),
        "pages_of_many": [Paginator(range(70), 10).page(number) for number in (1, 3, 7)],
        **latest,
        **section_samples(picture),
        **sample_forms(),
    }
    return TemplateResponse(request, "cms/components.html", context)


def _specimens(
    request: HttpRequest, picture: Picture | None, episode: Page | None
) -> Iterator[Specimen]:
    site = Site.find_for_request(request)
    page = (
        BasePageQuerySet(Page).public_now().filter(pk=site.root_page_id).first() if site else None
    )
    body = BodyBlock()
    samples = block_samples(
        picture=picture and picture.pk, page=page and page.pk, episode=episode and episode.pk
    )
    for name, block in body.child_blocks.items():
        stored = [
            {"type": name, "value": value, "id": f"{name}-{number}"}
            for number, value in enumerate(samples.get(name, []))
        ]
        yield Specimen(name, str(block.label), body.to_python(stored) if stored else None)


def _latest() -> dict[str, Any]:
    """Real pages for what only pages have; the ground knows their apps by name only."""
    articles = list(apps.get_model("articles.ArticlePage").objects.for_listing()[:3])
    episodes = list(apps.get_model("podcast.EpisodePage").objects.for_listing()[:3])
    return {
        "articles": articles,
        "neighbours": [{"pk": each.pk, "article": each} for each in articles[:2]],
        "episodes": episodes,
        "episode": next(iter(episodes), None),
    }
