"""How numbers and e-mail addresses lie in the database: sealed, and beside that as a mark to find them by.

Whoever gets a copy of the database alone can read none and try none. Both keys come from TEXTS_KEY,
or from SECRET_KEY where there is none (docs/decisions/0015).
"""

from __future__ import annotations

import base64
import hmac
from functools import lru_cache
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def seal(address: str) -> str:
    """``address`` encrypted; twice the same one comes out differently. "" stays ""."""
    return _fernet().encrypt(address.encode()).decode() if address else ""


def unseal(sealed: str) -> str:
    """What was sealed; "" where the key is another one by now."""
    try:
        return _fernet().decrypt(sealed.encode()).decode() if sealed else ""
    except InvalidToken:
        return ""


def mark_of(address: str) -> str:
    """The same 64 characters for the same address, from which nobody without the key finds it."""
    return keyed("address", address.strip().casefold())


def keyed(purpose: str, value: str) -> str:
    """A hash of ``value`` that means something under our key only, as hexadecimal digits."""
    return hmac.new(_key(purpose), value.encode(), sha256).hexdigest()


def _fernet() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key("seal")))


def _key(purpose: str) -> bytes:
    return _derived(settings.TEXTS_KEY or settings.SECRET_KEY, purpose)


@lru_cache(maxsize=32)
def _derived(secret: str, purpose: str) -> bytes:
    info = f"texts {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret.encode())
