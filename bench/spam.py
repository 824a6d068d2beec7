"""How well spam is told from readers' words, on comments of which we know: `python -m bench.spam`."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import django

from bench.scratch import scratch_folder
from comments.spam.reckoning import Seen, score
from comments.spam.traits import Written, traits_of

LABELLED: Final = Path(__file__).parents[1] / "tests/comments/labelled"
FOLDS: Final = 5
SEED: Final = 5
#: Few comments say much about which ones they are: what was learnt from them is an average of so many draws.
DRAWS: Final = range(5)
#: How many comments have been decided, half of them spam, when the next one comes.
LEARNT: Final = (40, 60, 100, 200)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A comment and what it is."""

    written: Written
    is_spam: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled comment and the score it got from those who had not seen it."""

    labelled: Labelled
    score: float


def labelled_comments() -> list[Labelled]:
    return [
        Labelled(_written(block), name == "spam.txt")
        for name in ("good.txt", "spam.txt")
        for block in (LABELLED / name).read_text().split("\n---\n")
    ]


def without_websites(comments: Sequence[Labelled]) -> list[Labelled]:
    """The same as a site sees them that does not ask for websites, which is how it is set at first."""
    return [replace(each, written=replace(each.written, website="")) for each in comments]


def cross_validated(
    comments: Sequence[Labelled], learnt: int | None = None, seed: int = SEED
) -> list[Judged]:
    """Each comment judged after learning from the other folds, or from ``learnt`` comments of these."""
    folds = _folds(comments, seed)
    judged = []
    for number, fold in enumerate(folds):
        others = [each for other in folds[:number] + folds[number + 1 :] for each in other]
        seen, total = _learn(_even(others, learnt) if learnt else others)
        judged += [Judged(each, score(_traits(each), seen, total) or 0) for each in fold]
    return judged


def taken_for_spam(judged: Sequence[Judged], threshold: float) -> tuple[list[Judged], list[Judged]]:
    """Those that reach ``threshold``: the spam among them, and the good ones."""
    reached = [each for each in judged if each.score >= threshold]
    return (
        [each for each in reached if each.labelled.is_spam],
        [each for each in reached if not each.labelled.is_spam],
    )


def recall(judged: Sequence[Judged], threshold: float) -> float:
    """The part of the spam that reaches ``threshold``."""
    caught, _ = taken_for_spam(judged, threshold)
    return len(caught) / sum(each.labelled.is_spam for each in judged)


def precision(judged: Sequence[Judged], threshold: float) -> float:
    """The part that is spam of what reaches ``threshold``."""
    caught, wronged = taken_for_spam(judged, threshold)
    return len(caught) / max(len(caught) + len(wronged), 1)


def wronged(judged: Sequence[Judged], threshold: float) -> float:
    """The part of the good ones that reaches ``threshold``."""
    _, mistaken = taken_for_spam(judged, threshold)
    return len(mistaken) / sum(not each.labelled.is_spam for each in judged)


def _written(block: str) -> Written:
    head, _, text = block.strip().partition("\n")
    name, _, rest = head.partition(" <")
    email, _, website = rest.partition(">")
    return Written(name, email, website.strip(), text)


def _folds(comments: Sequence[Labelled], seed: int) -> list[list[Labelled]]:
    """The same ones for a seed, with as much spam in each."""
    shuffled = list(comments)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 (Nobody need be unable to guess it.)
    shuffled.sort(key=lambda each: each.is_spam)
    return [shuffled[number::FOLDS] for number in range(FOLDS)]


def _even(comments: Sequence[Labelled], number: int) -> list[Labelled]:
    kinds = ([each for each in comments if each.is_spam is kind] for kind in (True, False))
    return [each for kind in kinds for each in kind[: number // 2]]


def _learn(comments: Sequence[Labelled]) -> tuple[dict[str, Seen], Seen]:
    spam: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for each in comments:
        (spam if each.is_spam else good).update(_traits(each))
    seen = {trait: Seen(spam[trait], good[trait]) for trait in spam | good}
    number = sum(each.is_spam for each in comments)
    return seen, Seen(number, len(comments) - number)


def _traits(labelled: Labelled) -> set[str]:
    return traits_of(labelled.written)


def _report(comments: Sequence[Labelled], spam_from: float, believed_below: float) -> Iterator[str]:
    judged = cross_validated(comments)
    for threshold in (spam_from, believed_below):
        yield (
            f"  from {threshold}: precision {precision(judged, threshold):.1%},"
            f" recall {recall(judged, threshold):.1%}"
        )
    for is_spam in (False, True):
        scores = [each.score for each in judged if each.labelled.is_spam is is_spam]
        below = sum(each < believed_below for each in scores) / len(scores)
        above = sum(each >= spam_from for each in scores) / len(scores)
        yield (
            f"  {'spam' if is_spam else 'good'} ({len(scores)}): {below:.1%} below {believed_below},"
            f" {1 - below - above:.1%} between, {above:.1%} from {spam_from}"
        )
    for each in taken_for_spam(judged, believed_below)[1]:
        yield f"  good, yet {each.score:.3f}: {_short(each)}"
    for each in sorted(judged, key=lambda each: each.score):
        if each.labelled.is_spam and each.score < believed_below:
            yield f"  spam, yet {each.score:.3f}: {_short(each)}"
    for learnt in LEARNT:
        few = [each for seed in DRAWS for each in cross_validated(comments, learnt, seed)]
        yield (
            f"  learnt from {learnt}: recall {recall(few, spam_from):.1%} from {spam_from},"
            f" {recall(few, believed_below):.1%} from {believed_below};"
            f" of the good {wronged(few, spam_from):.1%} and {wronged(few, believed_below):.1%}"
        )


def _short(judged: Judged) -> str:
    written = judged.labelled.written
    return f"{written.name}: {' '.join(written.text.split())[:70]}"


def main() -> None:
    with scratch_folder():
        django.setup()
        # Only now: the thresholds stand beside models, which need settings.
        from comments.judging import BELIEVED_BELOW, SPAM_FROM

        comments = labelled_comments()
        for title, those in (
            ("As they came", comments),
            ("Without websites", without_websites(comments)),
        ):
            lines = [title, *_report(those, SPAM_FROM, BELIEVED_BELOW)]
            sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
