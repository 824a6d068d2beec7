"""Finding the pages whose extras name an author, a picture or a recording."""

from __future__ import annotations

from typing import Self

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from cms.models import BasePageQuerySet


def naming(field: str, child: str, pk: int) -> Q:
    """What finds ``child`` (a block's chooser) holding ``pk`` in the text of the blocks in ``field``."""
    # The number ends at a comma or a brace: 5 must not find 50.
    starts = f'"{child}": {pk}'
    return Q(**{f"{field}__contains": f"{starts},"}) | Q(**{f"{field}__contains": f"{starts}}}"})


class NamingQuerySet(BasePageQuerySet):
    """Pages with ``extras``. Wagtail's reference index lags behind where tasks run elsewhere."""

    def naming(self, child: str, pk: int) -> Self:
        """Pages whose extras, as published, hold ``pk`` in a chooser called ``child``."""
        pages = self.alias(extras_text=Cast("extras", TextField()))
        return pages.filter(naming("extras_text", child, pk))
