"""Stops: at once, everywhere, for ever unless the person signs up anew."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from texts.ledger import record
from texts.models import Act, Kind, Message, ReceivedReply, SignUp, StoppedBy, Subscriber
from texts.models.messages import OF_CONSENT

STOPPED = "stopped"


@transaction.atomic
def stop(mark: str, by: StoppedBy, *, how: str) -> list[Subscriber]:
    """Stop whoever has ``mark``, on all sites; returns those who got texts until now.

    What waits for them is not sent any more, and a code that is on its way is worth nothing.
    """
    now = timezone.now()
    # In the order in which a confirmation locks: it is over by then, or waits for us.
    list(SignUp.objects.open().filter(mark=mark).select_for_update().order_by("pk"))
    getting = list(
        Subscriber.objects.active().filter(mark=mark).select_for_update().select_related("site")
    )
    for subscriber in getting:
        Subscriber.objects.filter(pk=subscriber.pk).update(
            is_active=False, stopped_at=now, stopped_by=by
        )
        record(Act.STOPPED, subscriber, how=how)
    # Exists, not a join, for the reason that ``texts.sending`` has: what is being sent by then is let be.
    theirs = Exists(Subscriber.objects.filter(pk=OuterRef("subscriber"), mark=mark))
    Message.objects.filter(theirs, kind__in=OF_CONSENT).give_up(STOPPED)
    of_sign_up = Exists(SignUp.objects.filter(pk=OuterRef("sign_up"), mark=mark))
    Message.objects.filter(of_sign_up, kind=Kind.CODE).give_up(STOPPED)
    SignUp.objects.open().filter(mark=mark).update(expires_at=now)
    return getting


@transaction.atomic
def erase(subscriber: Subscriber) -> None:
    """Forget all of a reader, on all sites, but the mark, by which a stop holds for ever (GDPR article 17)."""
    mark = subscriber.mark
    stop(mark, StoppedBy.PRACTICE, how="erased")
    readers = Subscriber.objects.filter(mark=mark)
    for reader in readers.select_related("site"):
        record(Act.ERASED, reader)
    readers.update(sealed="", first_name="", home="UTC", zones="")
    Message.objects.filter(mark=mark).update(sealed="", body="")
    SignUp.objects.filter(mark=mark).delete()
    ReceivedReply.objects.filter(mark=mark).delete()
