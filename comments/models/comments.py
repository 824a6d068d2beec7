"""A comment, and what it was before somebody changed it."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from comments.texts import MOST_CHARACTERS, digest_of


class Status(models.TextChoices):
    """Where a comment stands; readers see what is approved, and nothing else."""

    PENDING = "pending", _("waiting")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    SPAM = "spam", _("spam")
    REMOVED = "removed", _("removed by its author")


class CommentQuerySet(models.QuerySet["Comment"]):
    def approved(self) -> Self:
        return self.filter(status=Status.APPROVED)

    def pending(self) -> Self:
        return self.filter(status=Status.PENDING)


class Comment(models.Model):
    """What somebody says under a page. Plain text; the e-mail address is shown to no reader.

    ``told_at`` is when whoever it answers was told. ``sender`` tells comments of one day and one network apart from others, and nothing else
    (``comments.senders``); ``returning`` does so for one browser (``comments.trust``). ``digest`` is that of the text, to find what is sent again and again.
    ``score`` is how much it looks like spam, from 0 to 1, ``learnt_as`` what it was an example of, and ``remark`` what else was noticed.
    """

    # Its page is where it is shown: nobody need be warned of that before the page is deleted.
    wagtail_reference_index_ignore = True

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="reader_comments", verbose_name=_("page")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("in reply to"),
    )
    name = models.CharField(_("name"), max_length=60)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    text = models.TextField(_("comment"), max_length=MOST_CHARACTERS)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.PENDING
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    is_from_practice = models.BooleanField(_("from the practice"), default=False, editable=False)
    created_at = models.DateTimeField(_("sent"), auto_now_add=True)
    edited_at = models.DateTimeField(_("edited"), null=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )
    told_at = models.DateTimeField(null=True, editable=False)
    sender = models.CharField(_("sender"), max_length=32, blank=True, editable=False)
    returning = models.CharField(max_length=32, blank=True, editable=False)
    digest = models.CharField(max_length=32, editable=False)
    score = models.FloatField(_("like spam"), null=True, editable=False)
    learnt_as = models.CharField(max_length=4, blank=True, editable=False)
    remark = models.CharField(_("remark"), max_length=200, blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [
            ("moderate_comment", _("May moderate comments")),
            ("see_addresses", _("May see the e-mail addresses of readers")),
        ]
        indexes = [
            models.Index(fields=["page", "status", "created_at"], name="comments_of_a_page"),
            models.Index(fields=["status", "-created_at"], name="comments_by_status"),
            models.Index(fields=["digest", "created_at"], name="comments_by_digest"),
            models.Index(Upper("email"), name="comments_by_address"),
            models.Index(fields=["sender"], name="comments_by_sender"),
            models.Index(fields=["returning"], name="comments_by_returning"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {' '.join(self.text.split())[:60]}"

    def save(self, **kwargs: object) -> None:
        self.digest = digest_of(self.text)
        super().save(**kwargs)  # type: ignore[arg-type]

    @property
    def anchor(self) -> str:
        """The id of the comment in its page."""
        return f"comment-{self.pk}"

    @property
    def is_approved(self) -> bool:
        return self.status == Status.APPROVED


class CommentVersion(models.Model):
    """What a comment said until ``replaced_at``; ``replaced_by`` is nobody where its author did it."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(_("name"), max_length=60)
    text = models.TextField(_("comment"))
    replaced_at = models.DateTimeField(_("replaced"), auto_now_add=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("replaced by"),
    )

    class Meta:
        verbose_name = _("former words of a comment")
        verbose_name_plural = _("former words of comments")
        ordering = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.comment_id}, {self.replaced_at:%Y-%m-%d %H:%M}"
