"""From a number that somebody typed to a reader who has agreed."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from texts import words
from texts.addresses import keyed, mark_of, seal
from texts.breakers import may_get_code
from texts.ledger import record
from texts.models import Act, Kind, Message, SignUp, Subscriber, TextSettings
from texts.outbox import queue_code, queue_welcome
from texts.plain.segments import measure

#: Of a million codes: with one sign-up, and with all of a day for an address.
MOST_TRIES: Final = 5
MOST_TRIES_IN_ALL: Final = 25
DIGITS: Final = 6

_signer = Signer(salt="texts.joining")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody sends who signs up, checked; ``wording`` is what they have ticked."""

    channel: str
    address: str
    first_name: str
    language: str
    home: str
    zones: tuple[str, ...]
    wording: str
    page_url: str
    network: str


@transaction.atomic
def ask(settings: TextSettings, wish: Wish) -> SignUp:
    """Keep the wish and send a code, if one may be sent; nothing of what comes back says whether."""
    sign_up = SignUp.objects.create(
        site_id=settings.site_id,
        channel=wish.channel,
        sealed=seal(wish.address),
        mark=mark_of(wish.address),
        first_name=wish.first_name,
        language=wish.language,
        home=wish.home,
        zones=" ".join(wish.zones),
        wording=wish.wording,
        page_url=wish.page_url[:500],
        network=keyed("network", wish.network) if wish.network else "",
    )
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    sign_up.code = _hash_of(code, sign_up.mark)
    sign_up.save(update_fields=["code"])
    record(
        Act.ASKED,
        sign_up,
        wording=sign_up.wording,
        page_url=sign_up.page_url,
        network=sign_up.network,
    )
    with override(sign_up.language):
        parts = measure(words.code(settings, code)).parts
    if may_get_code(settings, sign_up, parts):
        url = f"{settings.site.root_url}{confirm_path(sign_up)}?code={code}"
        queue_code(settings, sign_up, code, url)
    return sign_up


def token_of(sign_up: SignUp) -> str:
    return _signer.sign(str(sign_up.pk))


def sign_up_of(token: str) -> SignUp | None:
    """The sign-up of an address that we gave out; None where it was made up or is forgotten."""
    try:
        pk = int(_signer.unsign(token))
    except BadSignature:
        return None
    return SignUp.objects.filter(pk=pk).select_related("site").first()


def confirm_path(sign_up: SignUp) -> str:
    with override(sign_up.language):
        return reverse("texts_confirm", args=[token_of(sign_up)])


@transaction.atomic
def confirm(sign_up: SignUp, code: str) -> Subscriber | None:
    """Make a reader of who knows the code; None where it is wrong, too old, or was guessed too often.

    The code may be that of an earlier sign-up of the same address: whoever signs up again gets no
    second one on a day.
    """
    same = SignUp.objects.open().filter(site=sign_up.site_id, mark=sign_up.mark)
    open_ones = list(same.select_for_update().order_by("pk"))
    if sign_up.pk not in {each.pk for each in open_ones}:
        return None
    if _tries_left(open_ones, sign_up.pk) <= 0:
        return None
    wanted = _hash_of(code, sign_up.mark)
    if not any(hmac.compare_digest(each.code, wanted) for each in open_ones):
        SignUp.objects.filter(pk=sign_up.pk).update(tries=F("tries") + 1)
        return None
    same.update(confirmed_at=timezone.now())
    # It has done its work.
    Message.objects.filter(mark=sign_up.mark, kind=Kind.CODE).update(body="")
    return _welcome(sign_up)


def tries_left(sign_up: SignUp) -> int:
    """How often a code may still be typed; 0 where none is good any more."""
    same = SignUp.objects.open().filter(site=sign_up.site_id, mark=sign_up.mark)
    return max(_tries_left(list(same), sign_up.pk), 0)


def _tries_left(open_ones: list[SignUp], pk: int) -> int:
    """Of one sign-up, and of all of its address: a stranger who guesses keeps out its owner for no long."""
    own = next((each.tries for each in open_ones if each.pk == pk), MOST_TRIES)
    return min(MOST_TRIES - own, MOST_TRIES_IN_ALL - sum(each.tries for each in open_ones))


def _welcome(sign_up: SignUp) -> Subscriber:
    settings = TextSettings.for_site(sign_up.site)
    now = timezone.now()
    first = _tomorrow(now, sign_up.home)
    subscriber, is_new = Subscriber.objects.select_for_update().get_or_create(
        site_id=sign_up.site_id,
        mark=sign_up.mark,
        defaults={"channel": sign_up.channel, "consented_at": now, "series_from": first},
    )
    was_active = subscriber.is_active and not is_new
    for name in ("channel", "sealed", "language", "home", "zones"):
        setattr(subscriber, name, getattr(sign_up, name))
    if not was_active:
        # A number may have another owner by now.
        subscriber.first_name, subscriber.series_from = "", first
    subscriber.first_name = sign_up.first_name or subscriber.first_name
    subscriber.is_active, subscriber.consented_at = True, now
    subscriber.stopped_at, subscriber.stopped_by, subscriber.failures = None, "", 0
    subscriber.save()
    record(
        Act.CONFIRMED,
        sign_up,
        wording=sign_up.wording,
        page_url=sign_up.page_url,
        network=sign_up.network,
        how="code",
    )
    if not was_active:
        queue_welcome(settings, subscriber)
    return subscriber


def _tomorrow(now: datetime, home: str) -> date:
    return (now.astimezone(ZoneInfo(home)) + timedelta(days=1)).date()


def _hash_of(code: str, mark: str) -> str:
    return keyed("code", f"{mark} {code}")
