"""What all rows with somebody's number or e-mail address have in common."""

from __future__ import annotations

from texts.addresses import unseal
from texts.plain.numbers import masked


class Sealed:
    """Reads the address that lies in the column ``sealed``."""

    sealed: str

    @property
    def address(self) -> str:
        return unseal(self.sealed)

    @property
    def masked_address(self) -> str:
        return masked(self.address) or "–"
