"""Has a worker send at once what a reader waits for; a timer would let them wait for a minute."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from cms.tasks import BACKGROUND
from texts.models import Message


def send_soon(message: Message) -> None:
    """In the transaction that queues the message; if that fails, so does this."""
    transaction.on_commit(lambda: send_one.enqueue(message.pk))


@task(backend=BACKGROUND)
def send_one(message_id: int) -> str:
    """Send it, unless somebody else has. Returns the state that it is in."""
    from texts.sending import send

    message = Message.objects.due().filter(pk=message_id).first()
    if message:
        send(message)
    return Message.objects.filter(pk=message_id).values_list("state", flat=True).first() or "gone"
