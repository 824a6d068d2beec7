"""Whoever says in any words that they want no more is understood; a story with such a word in it is not."""

import pytest

from texts.plain.keywords import Meaning, meaning_of

STOP = """
STOP|stop|Stop.|STOP!!!|ｓｔｏｐ|ＳＴＯＰ|s.t.o.p|S T O P|st\u200bop|stopall|STOP ALL|Unsubscribe|cancel|END|quit|REVOKE|OPTOUT
opt-out|Opt out please|please stop|Stop texting me|pls stop|I want to stop|Stop sending me these|please stop sending texts
Don't text me anymore|do not text me|Do not contact me again|No more texts|no more messages please|no more|Remove me
remove me from the list|take me off your list|Take my number off|Leave me alone|unsubscribe me now|I want to unsubscribe
I would like to opt out|opt me out|I don't want these texts|I don’t want to receive these messages anymore
I no longer wish to receive texts|Cancel my subscription|please cancel|end texts|End it|Quit texting me|cease texting
wrong number|Wrong person, who is this|I revoke my consent|withdraw my consent|stop it|STOP PLEASE|stop now|Stop, thank you
stopp|Bitte stoppen|abmelden|Abbestellen bitte|keine SMS mehr|keine Nachrichten mehr|Bitte nicht mehr schreiben|baja|parar
No quiero recibir mas mensajes|no quiero más mensajes|darme de baja|arrêt|ARRÊT|can you stop|could you please stop texting
I need you to stop|I want this to stop|I want out|never text me again|dont send me texts|stop the daily texts|STOP spam
delete my number|Hello, please stop these messages|stop i moved|stop bothering me|td|remove|I want you to stop sending these
STOP. Please do not remove my appointment|STOP!! dont cancel my visit|I can't stop these texts! STOP
Please stop these, I am moving abroad|pls stop i dont know you|stop them now, I never asked
I never signed up, stop|unsubscribe me but never cancel my visit
“STOP”|'stop'|stop 🛑|🛑 stop|stop stop stop
"""
INNOCENT = """
I can't stop laughing|Thanks, that helped|End of the week is fine|The bus stop is near|I never stop walking|non-stop rain today
Please don't stop|don't unsubscribe me|Can I cancel my appointment?|I need to cancel my appointment on Friday
Cancel Monday please, I am ill|quit smoking today!|Love it|Yes please|I will remove the pillow|at the end I slept well
what time do you open|Could you please stop by on Monday|ok|👍|How do I stop my knee hurting?|The pain stopped|Alto Adige was nice|My dog would not sit
I do not want to miss this|no more pain!|thank you for the message|this text is lovely
"""


def phrases(block: str) -> list[str]:
    return [phrase for line in block.strip().splitlines() for phrase in line.split("|")]


@pytest.mark.parametrize("reply", phrases(STOP))
def test_this_means_stop(reply: str) -> None:
    assert meaning_of(reply) == Meaning.STOP


@pytest.mark.parametrize("reply", [*phrases(INNOCENT), "", "   ", "\u200b"])
def test_this_does_not_mean_stop(reply: str) -> None:
    assert meaning_of(reply) != Meaning.STOP


@pytest.mark.parametrize(
    "reply", ["HELP", "help", "Help me", "info?", "INFO", "Hilfe", "ayuda", "ｈｅｌｐ"]
)
def test_this_asks_for_help(reply: str) -> None:
    assert meaning_of(reply) == Meaning.HELP


@pytest.mark.parametrize("reply", ["START", "start!", "UNSTOP", "Yes"])
def test_this_would_start(reply: str) -> None:
    assert meaning_of(reply) == Meaning.START


@pytest.mark.parametrize(
    "reply", ["HELP STOP", "help, stop texting me", "start to stop texting me"]
)
def test_doubt_means_stop(reply: str) -> None:
    assert meaning_of(reply) == Meaning.STOP
