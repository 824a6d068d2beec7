"""Speaks and encodes every episode of the demo into demo/audio/: `python -m demo.make_audio`.

Needs the program espeak-ng, and PyAV and mutagen. The result is kept in the repository, so this
runs once, and again only when a script changes.
"""

from dataclasses import dataclass
from pathlib import Path

from demo.content.people import PEOPLE
from demo.content.show import SHOW
from demo.content.types import Episode
from demo.recording.encode import encode
from demo.recording.speech import RATE, Samples, chime, levelled, silence, speak
from demo.recording.tags import Span, cover, tag
from demo.recording.transcript import Cue, write_vtt

AUDIO = Path(__file__).parent / "audio"
PICTURES = Path(__file__).parent / "pictures"
_BETWEEN_LINES = 0.45
_BETWEEN_CHAPTERS = 1.3


@dataclass
class _Take:
    """An episode while it is being spoken: the sound so far, and what was said when."""

    sound: Samples
    chapters: list[Span]
    cues: list[Cue]

    @property
    def seconds(self) -> float:
        return len(self.sound) / RATE


def make(episode: Episode) -> None:
    """Speak one episode, write its recording with tags and chapters, and its transcript."""
    take = _spoken(episode)
    target = AUDIO / episode.audio
    encode(levelled(take.sound), target, take.chapters)
    tag(target, SHOW, episode, take.chapters, cover(PICTURES / (episode.artwork or SHOW.artwork)))
    write_vtt(target.with_suffix(".vtt"), take.cues)


def _spoken(episode: Episode) -> _Take:
    names = {person.slug: person.name for person in PEOPLE}
    take = _Take(chime() + silence(0.4), [], [])
    # The first chapter begins with the chime, so that the chapters cover the whole episode.
    begin = 0.0
    for chapter in episode.chapters:
        for line in chapter.lines:
            start = take.seconds
            take.sound += speak(line)
            take.cues.append(Cue(start, take.seconds, names[line.speaker], line.text))
            take.sound += silence(_BETWEEN_LINES)
        take.sound += silence(_BETWEEN_CHAPTERS)
        if chapter is episode.chapters[-1]:
            take.sound += chime()
        take.chapters.append(Span(begin, take.seconds, chapter.title))
        begin = take.seconds
    return take


if __name__ == "__main__":
    AUDIO.mkdir(exist_ok=True)
    for each in SHOW.episodes:
        make(each)
