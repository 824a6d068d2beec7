"""The pictures set outdoors: a path, a night, still water, stones and a heron."""

import random

from demo.drawing.canvas import Canvas
from demo.drawing.heron import heron
from demo.drawing.palette import (
    BARK,
    CLAY,
    CREAM,
    DEEP,
    FOREST,
    HONEY,
    INK,
    MIST,
    NIGHT,
    PALE,
    PAPER,
    RUST,
    SAGE,
    SAND,
    mix,
)
from demo.drawing.plants import branch, fir, reeds, tree
from demo.drawing.shapes import crest, leaf, ribbon, ridge, smooth, stone


def walking(canvas: Canvas) -> None:
    """A path winds through hills towards a low sun."""
    canvas.wash(SAND, PAPER)
    canvas.glow((1080, 400), 620, PAPER, 0.9)
    canvas.disc((1080, 385), 150, HONEY, CLAY)
    for base, swing, seed, colour in (
        (470, 60, 3, MIST),
        (540, 50, 8, SAGE),
        (610, 46, 21, FOREST),
    ):
        line = ridge(1600, 1000, base, swing, seed)
        canvas.shape(line, colour, mix(colour, PALE, 0.55), shadow=0.22)
        if colour is FOREST:
            for x, tall in ((170, 120), (225, 165), (285, 110), (1390, 150), (1455, 105)):
                fir(canvas, (x, crest(line, x) + 8), tall, mix(DEEP, FOREST, 0.3))
    meadow = ridge(1600, 1000, 700, 36, 5, 0.8)
    canvas.shape(meadow, mix(SAGE, PALE, 0.25), mix(FOREST, SAGE, 0.4), shadow=0.24)
    spine = [(930, crest(meadow, 930) + 1), (1015, 735), (900, 800), (690, 870), (850, 1020)]
    canvas.shape(ribbon(spine, (10, 26, 66, 130, 330)), CREAM, PAPER, shadow=0.2)
    for x, y, tall in ((1180, 760, 190), (1290, 790, 150), (560, 790, 170)):
        tree(canvas, (x, y), tall, mix(CLAY, HONEY, 0.35) if x == 1290 else FOREST)
    for mound in ([(-20, 850), (240, 900), (560, 1040)], [(1080, 1040), (1330, 905), (1640, 840)]):
        left, right = mound[0][0], mound[-1][0]
        canvas.shape([*smooth(mound), (right, 1040), (left, 1040)], DEEP, INK, shadow=0.25)
    branch(canvas, (60, 1040), 430, 12, (FOREST, DEEP), bend=22)
    branch(canvas, (1560, 1040), 360, -14, (CLAY, RUST), bend=-20)


def evening(canvas: Canvas) -> None:
    """A moon over dark hills, and one lit window."""
    canvas.wash(NIGHT, mix(SAGE, DEEP, 0.25))
    rng = random.Random(7)  # noqa: S311
    for _ in range(70):
        spot = (rng.uniform(0, 1600), rng.uniform(0, 430))
        canvas.disc(spot, rng.uniform(0.9, 2.6), CREAM, opacity=rng.uniform(0.3, 0.9))
    canvas.glow((1150, 280), 520, PALE, 0.55)
    canvas.disc((1150, 280), 118, PAPER, SAND)
    for x, y, r in ((1112, 250, 22), (1178, 318, 30), (1190, 232, 12)):
        canvas.disc((x, y), r, SAND, HONEY, opacity=0.35)
    colours = (mix(SAGE, DEEP, 0.35), mix(FOREST, DEEP, 0.5), DEEP, mix(DEEP, NIGHT, 0.5))
    for n, colour in enumerate(colours):
        line = ridge(1600, 1000, 520 + 90 * n, 62 - 8 * n, 31 + n, 1.1)
        canvas.shape(line, colour, mix(colour, SAGE, 0.3), shadow=0.3)
        if n == 2:
            _house(canvas, 520, crest(line, 520) + 14)
            for x, tall in ((380, 150), (435, 205), (690, 190), (750, 130), (1340, 140)):
                fir(canvas, (x, crest(line, x) + 10), tall, mix(NIGHT, DEEP, 0.35))
    canvas.shape(ridge(1600, 1000, 920, 34, 77, 0.9), NIGHT, NIGHT, shadow=0.35)
    reeds(canvas, (1180, 1560), 1010, 300, mix(NIGHT, DEEP, 0.45), 4, number=16, heads=False)
    reeds(canvas, (20, 260), 1010, 230, mix(NIGHT, DEEP, 0.45), 9, number=12, heads=False)


def _house(canvas: Canvas, x: float, foot: float) -> None:
    canvas.glow((x + 30, foot - 60), 260, HONEY, 0.5)
    canvas.block((x - 80, foot - 115, x + 85, foot), mix(NIGHT, DEEP, 0.25), NIGHT, shadow=0.3)
    canvas.shape(
        [(x - 105, foot - 108), (x + 2, foot - 205), (x + 110, foot - 108)],
        mix(BARK, NIGHT, 0.3),
        mix(BARK, NIGHT, 0.55),
        shadow=0.2,
    )
    canvas.block((x + 5, foot - 88, x + 55, foot - 34), CREAM, HONEY, radius=4)
    canvas.stroke([(x + 30, foot - 88), (x + 30, foot - 34)], 4, BARK)
    canvas.stroke([(x + 5, foot - 61), (x + 55, foot - 61)], 4, BARK)


def breath(canvas: Canvas) -> None:
    """Rings widen on still water below a pale sun."""
    canvas.wash(mix(PALE, MIST, 0.4), CREAM)
    canvas.glow((800, 235), 560, PAPER, 0.95)
    canvas.disc((800, 250), 105, CREAM, HONEY)
    for base, swing, seed, colour in ((330, 42, 12, MIST), (375, 34, 18, SAGE)):
        canvas.shape(
            ridge(1600, 430, base, swing, seed), colour, mix(colour, PALE, 0.4), shadow=0.18
        )
    canvas.block((-10, 410, 1610, 1010), mix(SAGE, PALE, 0.45), DEEP, shadow=0.15)
    for n in range(6):
        half = 118 - n * 14 + (14 if n % 2 else 0)
        y = 428 + n * 17
        canvas.stroke([(800 - half, y), (800 + half, y)], 6, CREAM, opacity=0.8 - n * 0.1)
    for n in range(7):
        share = n / 6
        colour = mix(mix(FOREST, DEEP, 0.4), PALE, share * 0.75)
        canvas.disc(
            (800, 770), (820 - n * 118, 232 - n * 34), mix(colour, PAPER, 0.12), colour, shadow=0.2
        )
    canvas.shape(leaf((742, 792), 150, 62, 62), HONEY, CLAY, shadow=0.4)
    canvas.stroke([(742, 792), (850, 736)], 3, CREAM, opacity=0.7)
    reeds(canvas, (20, 300), 1010, 420, INK, 5, number=13)
    reeds(canvas, (1400, 1590), 1010, 330, INK, 15, number=9)


def back(canvas: Canvas) -> None:
    """Five stones stand on one another at a shore."""
    canvas.wash(mix(HONEY, CREAM, 0.35), PAPER)
    canvas.glow((430, 350), 560, PAPER, 0.9)
    canvas.disc((430, 335), 92, CREAM, HONEY)
    canvas.shape(ridge(1600, 560, 455, 50, 41, 1.2), MIST, PALE, shadow=0.15)
    canvas.shape(ridge(1600, 560, 500, 34, 47, 0.9), SAGE, MIST, shadow=0.18)
    for n in range(6):
        colour = mix(mix(SAGE, PALE, 0.5), DEEP, n * 0.14)
        canvas.shape(
            ridge(1600, 1000, 548 + n * 44, 7 + n, 60 + n, 2.2),
            colour,
            mix(colour, PALE, 0.25),
            shadow=0.14,
        )
    canvas.shape(ridge(1600, 1000, 858, 26, 91, 0.5), SAND, mix(HONEY, SAND, 0.3), shadow=0.28)
    tower = (
        (842, 205, 62, DEEP),
        (735, 152, 54, CLAY),
        (640, 128, 46, SAGE),
        (558, 92, 40, SAND),
        (494, 60, 29, FOREST),
    )
    for n, (y, across, down, colour) in enumerate(tower):
        middle = (1010 + (0, 14, -12, 8, -4)[n], y)
        canvas.shape(
            stone(middle, across, down, n + 2),
            mix(colour, PAPER, 0.22),
            mix(colour, INK, 0.28),
            shadow=0.42,
        )
        canvas.disc(
            (middle[0] - across * 0.3, y - down * 0.55),
            (across * 0.38, down * 0.14),
            PAPER,
            opacity=0.16,
        )
    for x, y, across, down, colour in (
        (640, 925, 88, 30, MIST),
        (765, 958, 52, 20, RUST),
        (1330, 945, 110, 34, SAGE),
    ):
        canvas.shape(
            stone((x, y), across, down, int(x)),
            mix(colour, PAPER, 0.2),
            mix(colour, INK, 0.25),
            shadow=0.35,
        )
    reeds(canvas, (30, 350), 1010, 470, FOREST, 23, number=17, heads=False)


def balance(canvas: Canvas) -> None:
    """A heron stands on one leg among reeds."""
    canvas.wash(CREAM, mix(SAND, PAPER, 0.3))
    canvas.disc((960, 470), 330, mix(CLAY, HONEY, 0.45), mix(RUST, CLAY, 0.5))
    canvas.shape(ridge(1600, 720, 640, 30, 17, 1.0), SAGE, MIST, shadow=0.2)
    canvas.shape(ridge(1600, 800, 690, 18, 19, 1.4), FOREST, SAGE, shadow=0.2)
    for n in range(5):
        colour = mix(mix(MIST, SAGE, 0.4), DEEP, n * 0.2)
        canvas.shape(
            ridge(1600, 1000, 745 + n * 50, 7 + n * 2, 80 + n, 2.0),
            colour,
            mix(colour, PALE, 0.2),
            shadow=0.16,
        )
    reeds(canvas, (30, 420), 1010, 600, FOREST, 33, number=15)
    for across, opacity in ((150, 0.25), (100, 0.35), (54, 0.5)):
        canvas.disc((905, 868), (across, across * 0.17), PAPER, opacity=opacity)
    heron(canvas, (900, 870), 1.0)
    reeds(canvas, (1260, 1580), 1010, 620, DEEP, 37, number=15)
    reeds(canvas, (-20, 200), 1020, 400, INK, 39, number=9, heads=False)
