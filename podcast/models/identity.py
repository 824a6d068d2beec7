"""The identity by which apps know a show or an episode: written once, and each page's own."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from cms.models import BasePage


class OwnIdentity(BasePage):
    """A page whose ``identity_field`` no copy, alias or revision brings from another page.

    Wagtail's ``exclude_fields_in_copy`` has to name the field as well; it is for copies alone.
    """

    identity_field: ClassVar[str]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Wagtail copies every field into an alias, whatever exclude_fields_in_copy says.
        if self._state.adding and self.alias_of_id:
            field = self._meta.get_field(self.identity_field)
            setattr(self, self.identity_field, field.get_default())
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A revision of this page, with the page's own identity whatever it was copied from."""
        page = super().with_content_json(content)
        setattr(page, self.identity_field, getattr(self, self.identity_field))
        return page
