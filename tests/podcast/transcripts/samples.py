"""Transcripts for tests: a talk, and cues that would do harm if somebody took them for more than words."""

from podcast.transcripts import Cue

TALK = [
    Cue(1, 4.5, "Good morning.", "Edda"),
    Cue(5, 9, "Is it morning already?", "Tobin Farrowgate"),
    Cue(9.25, 12, "So they say.", "Tobin Farrowgate"),
    Cue(3723.004, 3725, "It is.", "Edda"),
]
ODD = [
    Cue(0, 1, "<script>alert(1)</script> & <b>bold</b>", "<Edda> & Co."),
    Cue(1, 2, "00:00:01.000 --> 00:00:02.000", "--> Tobin"),
    Cue(2, 3, "an arrow --> and ---> another ]]> &amp; &lt;", "Edda"),
    Cue(3, 4, "مرحبا بالعالم", "إيدا"),
    Cue(4, 5, "👩\u200d🔬 e\u0301 𝄞", "😀"),
    Cue(5, 6, "NOTE this is said", ""),
    Cue(6, 7, "word " * 100 + "https://example.org/" + "x" * 100, "Edda"),
    Cue(7, 8, "<v Tobin>not a voice", "Edda"),
]


def plain(cues: list[Cue]) -> list[tuple[float, float, str, str]]:
    """What must survive writing and reading: line breaks are free."""
    return [(cue.start, cue.end, " ".join(cue.text.split()), cue.speaker) for cue in cues]
