"""The demo's recordings can be played, are loud enough, and say what they are."""

import math
from array import array
from pathlib import Path

import av
import pytest
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from PIL import Image

import demo
from demo.content.show import SHOW
from demo.content.types import Episode

AUDIO = Path(demo.__file__).parent / "audio"
every_episode = pytest.mark.parametrize("episode", SHOW.episodes, ids=lambda each: each.slug)
FULL_SCALE = 32768


def recording(episode: Episode) -> MP3 | MP4:
    path = AUDIO / episode.audio
    return MP4(path) if path.suffix == ".m4a" else MP3(path)


def chapters(episode: Episode) -> list[tuple[float, str]]:
    """Return start in seconds and title of each chapter, in the order of the file's contents."""
    file = recording(episode)
    if isinstance(file, MP4):
        return [(chapter.start, chapter.title) for chapter in file.chapters]
    children = file.tags["CTOC:toc"].child_element_ids
    found = [file.tags[f"CHAP:{name}"] for name in children]
    return [(each.start_time / 1000, str(each.sub_frames["TIT2"])) for each in found]


def samples(episode: Episode) -> array:
    resampler = av.AudioResampler("s16", "mono", 44_100)
    heard = array("h")
    with av.open(str(AUDIO / episode.audio)) as container:
        for frame in container.decode(audio=0):
            for part in resampler.resample(frame):
                heard.frombytes(bytes(part.planes[0])[: part.samples * 2])
    return heard


def test_every_recording_belongs_to_an_episode_and_has_a_transcript():
    names = {each.audio for each in SHOW.episodes}
    transcripts = {Path(name).with_suffix(".vtt").name for name in names}
    assert {path.name for path in AUDIO.iterdir()} == names | transcripts


def test_all_recordings_together_stay_below_four_megabytes():
    assert sum(path.stat().st_size for path in AUDIO.iterdir()) < 4_000_000


@every_episode
def test_an_episode_lasts_about_as_long_as_promised(episode):
    seconds = recording(episode).info.length
    assert 30 <= seconds <= 60 if episode.type == "trailer" else 60 <= seconds <= 100


@every_episode
def test_a_recording_is_loud_enough_and_never_too_loud(episode):
    heard = samples(episode)
    peak = 20 * math.log10(max(max(heard), -min(heard)) / FULL_SCALE)
    level = 20 * math.log10(math.sqrt(sum(v * v for v in heard) / len(heard)) / FULL_SCALE)
    assert -4.5 < peak < -0.5
    assert -22 < level < -16


@every_episode
def test_a_recording_names_its_show_and_its_episode(episode):
    with av.open(str(AUDIO / episode.audio)) as container:
        said = dict(container.metadata)
    assert said["title"] == episode.title
    assert said["artist"] == SHOW.author
    assert said["album"] == SHOW.name
    assert said["comment"] == episode.summary
    assert said["disc"] == str(episode.season)
    assert said.get("track") == (str(episode.number) if episode.number else None)


@every_episode
def test_the_cover_is_square_and_small(episode, tmp_path):
    file = recording(episode)
    data = file["covr"][0] if isinstance(file, MP4) else file.tags["APIC:Cover"].data
    assert len(data) <= 150_000
    (tmp_path / "cover.jpg").write_bytes(data)
    with Image.open(tmp_path / "cover.jpg") as cover:
        assert (cover.size, cover.format) == ((1400, 1400), "JPEG")


@every_episode
def test_chapters_begin_at_zero_ascend_and_lie_inside_the_recording(episode):
    found = chapters(episode)
    starts = [start for start, _ in found]
    assert [title for _, title in found] == [chapter.title for chapter in episode.chapters]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < recording(episode).info.length


@every_episode
def test_a_chapter_begins_shortly_before_its_first_words(episode):
    transcript = (AUDIO / episode.audio).with_suffix(".vtt").read_text(encoding="utf-8")
    for start, title in chapters(episode):
        spoken = next(part.lines[0].text for part in episode.chapters if part.title == title)
        cue = next(each for each in transcript.split("\n\n") if spoken in each)
        hours, minutes, seconds = cue.split(" ")[0].split(":")
        begin = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
        assert 0 <= begin - start < 4


@every_episode
def test_the_transcript_holds_every_spoken_line(episode):
    transcript = (AUDIO / episode.audio).with_suffix(".vtt").read_text(encoding="utf-8")
    assert transcript.startswith("WEBVTT\n")
    for chapter in episode.chapters:
        for line in chapter.lines:
            assert f">{line.text}\n" in transcript


def test_an_m4a_can_start_before_it_is_complete():
    for episode in SHOW.episodes:
        if episode.audio.endswith(".m4a"):
            data = (AUDIO / episode.audio).read_bytes()
            assert 0 < data.find(b"moov") < data.find(b"mdat")
