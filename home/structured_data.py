"""What search engines are told of the home page: it is about the practice and its practitioner."""

from __future__ import annotations

from cms.about import AboutPage, about
from cms.structured_data import Node
from home.models import HomePage


@about(HomePage)
class AboutHome(AboutPage):
    """The first page of a site."""

    picture_field = "picture"

    def web_page(self) -> Node:
        return {"about": self.publisher}

    def things(self) -> list[Node]:
        practitioner = self.page.practitioner
        if practitioner is None:
            return []
        return [self.person(practitioner) | {"worksFor": self.publisher}]
