"""What a reader's reply means: stop, help, start, or something else.

Whoever says in any words that they want no more is stopped (47 CFR 64.1200(a)(10)). A wrong stop costs
a sign-up; a missed one is a breach of trust, so doubt means stop where a word of stopping is the point
of the reply, and not part of a story ("I can't stop laughing").
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import Final


class Meaning(Enum):
    STOP = "stop"
    HELP = "help"
    START = "start"
    OTHER = "other"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Alone or as the first word (CTIA; the last ones for readers of other languages).
STOP_WORDS: Final = _words(
    "STOP STOPALL STOPP STOPPEN UNSUBSCRIBE UNSUBSCRIBED UNSUB CANCEL END QUIT REVOKE OPTOUT REMOVE TD ARRET "
    "ARRETE ABMELDEN ABBESTELLEN KUENDIGEN KÜNDIGEN ENDE BAJA PARAR PARE ALTO CANCELAR DETENER"
)
HELP_WORDS: Final = _words("HELP INFO HILFE AYUDA AIDE")
START_WORDS: Final = _words("START UNSTOP YES JOIN SUBSCRIBE")

#: First words after which a sentence goes on about something else: "End of the week is fine."
_WEAK: Final = _words("END CANCEL REMOVE TD ENDE PARE ALTO QUIT")
#: With which somebody ends who means it, whatever they said before.
_LAST: Final = _words("STOP STOPALL UNSUBSCRIBE OPTOUT STOPP")
#: What may stand around a word of stopping that is all that is meant.
_POLITE: Final = _words(
    "PLEASE PLS PLZ NOW THANKS THANK YOU THX ALL ME MY IT THIS THAT THESE THOSE THE TEXTS TEXT MESSAGES "
    "MESSAGE MSGS MSG SMS SENDING TEXTING MESSAGING IMMEDIATELY AT ONCE TODAY EVERYTHING SUBSCRIPTION "
    "FROM LIST NUMBER HELP HI HELLO HEY OK OKAY AND JUST I WANT TO WOULD LIKE WISH NEED CAN COULD WILL DO SO "
    "KINDLY SERVICE SIGNUP UP BITTE DANKE SOFORT POR FAVOR GRACIAS MENSAJES NACHRICHTEN DAILY"
)
_SENTENCES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bUNSUBSCRIBE\b",
        r"\b(?:PLEASE|PLS|PLZ|KINDLY) STOP\b(?! BY\b)|\bSTOP (?:THESE|THEM)\b",
        r"\bOPT(?:ING|ED)? ?(?:ME )?OUT\b",
        r"\b(?:STOP|QUIT|CEASE) (?:ALL |ANY )?(?:OF )?(?:THE |THESE |THOSE |THIS |YOUR |MY )?(?:DAILY |MORNING )?"
        r"(?:TEXT|TXT|MESSAG|MSG|SMS|SENDING|CONTACT|WRITING|SUBSCRIPTION|SPAM|BOTHERING)",
        r"\b(?:DO NOT|DONT|DON T|NEVER) (?:EVER )?(?:TEXT|TXT|MESSAGE|SEND|CONTACT|WRITE|SMS|BOTHER)\b(?! (?:IT|THAT) (?:TWICE|LATER))",
        r"\b(?:DO NOT|DONT|DON T|NO LONGER) (?:WANT|WISH|NEED|LIKE) (?:TO (?:GET|RECEIVE|HAVE) )?"
        r"(?:(?:ANY|MORE|ANYMORE|THESE|THOSE|THE|YOUR|DAILY|FURTHER|OF) )*(?:TEXT|TXT|MESSAG|MSG|SMS|THESE|THIS|IT ANY ?MORE)",
        r"\bNO (?:MORE|FURTHER)(?: (?:OF )?(?:THESE |YOUR |DAILY )?(?:TEXT|TXT|MESSAG|MSG|SMS|PLEASE$|THANK)|$)",
        r"\b(?:REMOVE|DELETE|TAKE) (?:ME|MY (?:NUMBER|PHONE|CELL))\b",
        r"\bTAKE (?:ME|MY NUMBER) OFF\b",
        r"\b(?:CANCEL|END|REVOKE|WITHDRAW) (?:MY |THE |THIS |ALL )?(?:DAILY )?"
        r"(?:SUBSCRIPTION|TEXTS?|MESSAGES?|SMS|CONSENT|PERMISSION|SERVICE|SIGN ?UP|EVERYTHING)\b",
        r"\bLEAVE ME ALONE\b",
        r"\bWANT (?:OUT|THIS TO STOP|IT TO STOP|THESE TO STOP|YOU TO STOP)\b",
        r"\b(?:WANT|LIKE|WISH|NEED|HAVE|PLEASE|CAN YOU|COULD YOU|WILL YOU|WOULD YOU)(?: YOU)?(?: TO)? STOP(?: (?:IT|THIS|THAT|THESE|NOW|PLEASE|SENDING|TEXTING|MESSAGING))*$",
        r"\bWRONG (?:NUMBER|PERSON)\b",
        r"\bKEINE (?:WEITEREN |MEHR )?(?:SMS|NACHRICHTEN|TEXTE)\b|\bNICHT MEHR (?:SCHREIBEN|SENDEN|SCHICKEN)\b",
        r"\bNO (?:QUIERO|DESEO) (?:MAS|RECIBIR)\b|\bNO ME (?:ENVIEN|ENVIE|MANDEN|ESCRIBAN)\b|\bDAR(?:ME)? DE BAJA\b",
    )
)  # fmt: skip
#: What a word of stopping is not about us in.
_INNOCENT: Final = re.compile(
    r"\b(?:CANT|CANNOT|CAN T|COULDNT|COULDN T|WONT|WON T|DONT|DON T|DO NOT|NEVER|NOT|NON|BUS|FULL) STOP\b"
    r"|\b(?:DONT|DON T|DO NOT|PLEASE NEVER|NEVER) (?:EVER )?(?:UNSUBSCRIBE|CANCEL|REMOVE|DELETE|TAKE ME)\b"
)
_ZERO_WIDTH: Final = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_NOT_A_WORD: Final = re.compile(r"[\W_]+")


def meaning_of(reply: str) -> Meaning:
    """What ``reply`` says, whatever its case, its width and its signs."""
    words = plain(reply).split()
    if not words:
        return Meaning.OTHER
    if _means_stop(words):
        return Meaning.STOP
    if words[0] in HELP_WORDS and len(words) <= 3:
        return Meaning.HELP
    if words[0] in START_WORDS and len(words) == 1:
        return Meaning.START
    return Meaning.OTHER


def plain(reply: str) -> str:
    """Capitals with single spaces: "ｓｔｏｐ!" is "STOP", "s.t.o.p" too, and "don’t" is "DONT"."""
    text = _ZERO_WIDTH.sub("", unicodedata.normalize("NFKC", reply)).upper()
    text = re.sub("['’`´]", "", text)
    words = _NOT_A_WORD.sub(" ", text).split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        return "".join(words)
    return _without_accents(" ".join(words))


def _without_accents(text: str) -> str:
    """Of French and Spanish; an umlaut is a letter of its own."""
    return text.translate(str.maketrans("ÁÉÈÊÍÓÚÑ", "AEEEIOUN"))


def _means_stop(words: list[str]) -> bool:
    if words[0] in STOP_WORDS - _WEAK:
        return True
    text = _INNOCENT.sub(" ", " ".join(words))
    rest = text.split()
    if not rest:
        return False
    if rest[-1] in _LAST or text.strip() in ("OPT OUT", "STOP ALL", "OPTOUT ALL"):
        return True
    return _is_all_that_is_meant(rest) or any(pattern.search(text) for pattern in _SENTENCES)


def _is_all_that_is_meant(words: list[str]) -> bool:
    rest = [word for word in words if word not in STOP_WORDS]
    return len(rest) < len(words) and all(word in _POLITE for word in rest)
