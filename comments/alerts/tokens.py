"""The address by which the owner of an e-mail address says yes, and by which they stop it."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

from comments.models import ReplyAlert

_signer = Signer(salt="comments.alerts")


def token_of(alert: ReplyAlert) -> str:
    return _signer.sign(str(alert.pk))


def alert_pk_of(token: str) -> int | None:
    """The key of the alert, which may be gone by now; None for a token that was made up."""
    try:
        return int(_signer.unsign(token))
    except BadSignature:
        return None
