"""Finding the pages whose extras name an author, a picture or a recording."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from cms.models import Author, BasePageQuerySet, Picture


def naming(field: str, child: str, pk: int) -> Q:
    """What finds ``child`` (a block's chooser) holding ``pk`` in the text of the blocks in ``field``."""
    # The number ends at a comma or a brace: 5 must not find 50.
    starts = f'"{child}": {pk}'
    return Q(**{f"{field}__contains": f"{starts},"}) | Q(**{f"{field}__contains": f"{starts}}}"})


def authors_with(picture: Picture) -> list[int]:
    """Whose picture it is: where they are named, it is shown."""
    return list(Author.objects.filter(picture=picture.pk).values_list("pk", flat=True))


class NamingQuerySet(BasePageQuerySet):
    """Pages with blocks and artwork, found by what they hold.

    Asked of the blocks themselves: Wagtail's reference index lags behind where tasks run elsewhere.
    """

    #: The fields whose blocks may hold a picture.
    picture_fields: ClassVar[tuple[str, ...]] = ("extras",)

    def for_reading(self) -> Self:
        """With all that a show's own page, and those of its episodes, show of other tables."""
        return self.select_related("artwork")

    def naming(self, child: str, pk: int, *, field: str = "extras") -> Self:
        """Pages whose blocks in ``field``, as published, hold ``pk`` in a chooser called ``child``."""
        pages = self.alias(blocks_text=Cast(field, TextField()))
        return pages.filter(naming("blocks_text", child, pk))

    def with_picture(self, picture: Picture) -> Self:
        """Pages that show this picture: as their artwork, in a block, or beside a name."""
        pages = self.model.objects.all()
        named = [pages.naming("picture", picture.pk, field=field) for field in self.picture_fields]
        named += [pages.naming("author", pk) for pk in authors_with(picture)]
        shown = Q(artwork=picture.pk)
        for found in named:
            shown |= Q(pk__in=found.values("pk"))
        return self.filter(shown)
