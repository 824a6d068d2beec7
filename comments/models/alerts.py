"""A reader's wish to be told of answers."""

from __future__ import annotations

from django.db import models

from comments.models.comments import Comment


class ReplyAlert(models.Model):
    """Answers to ``comment`` are told to its e-mail address, once that has been confirmed.

    ``asked_at`` is when the owner of the address was asked to. Whoever wants no more has no row.
    """

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="alert")
    asked_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"answers to {self.comment_id}"
