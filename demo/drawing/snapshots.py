"""The small square pictures that the practice would post: a day in and around the house."""

from demo.drawing.canvas import Canvas, Point
from demo.drawing.interiors import book_pile, cup
from demo.drawing.palette import (
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
    Colour,
    mix,
)
from demo.drawing.plants import fir, house_plant, pot, reeds
from demo.drawing.shapes import arch, leaf, ridge, smooth, stone


def tea(canvas: Canvas) -> None:
    """A cup on two books, in front of a round window."""
    canvas.wash(mix(SAGE, PALE, 0.3), PALE)
    canvas.disc((500, 400), 330, PAPER, SAND, shadow=0.25)
    canvas.disc((500, 400), 295, CREAM, mix(HONEY, CREAM, 0.4))
    canvas.disc((610, 330), 80, HONEY, CLAY)
    canvas.block((-10, 790, 1010, 1010), mix(CLAY, RUST, 0.3), RUST, shadow=0.3)
    book_pile(canvas, (500, 795), 520, (DEEP, HONEY))
    cup(canvas, (500, 668), 200, PAPER)
    for x in (470, 530):
        canvas.stroke(smooth([(x, 440), (x + 24, 380), (x - 20, 320), (x + 8, 260)]), 10, PAPER)


def sill(canvas: Canvas) -> None:
    """A plant and a small pot on the sill of an arched window."""
    canvas.wash(mix(HONEY, SAND, 0.5), CREAM)
    canvas.shape(arch(190, 70, 810, 800), PAPER, SAND, shadow=0.3)
    canvas.shape(arch(225, 105, 775, 800), mix(MIST, PALE, 0.5), CREAM)
    canvas.disc((620, 330), 70, CREAM, HONEY)
    canvas.block((100, 785, 900, 830), PAPER, SAND, radius=12, shadow=0.35)
    house_plant(canvas, pot(canvas, (400, 788), 170), 430, leaves=9)
    rim = pot(canvas, (670, 788), 105, SAGE, DEEP)
    for degrees in (-34, -8, 20, 42):
        canvas.shape(leaf(rim, 120, 46, degrees), SAGE, FOREST, shadow=0.2)


def shoes(canvas: Canvas) -> None:
    """A pair of walking shoes on a mat beside a door."""
    canvas.wash(DEEP, mix(DEEP, FOREST, 0.4))
    canvas.block((610, -10, 1010, 730), mix(CLAY, HONEY, 0.2), RUST, shadow=0.3)
    canvas.block((670, 60, 1010, 330), mix(CLAY, RUST, 0.3), mix(CLAY, RUST, 0.6), radius=14)
    canvas.disc((655, 420), 22, CREAM, HONEY, shadow=0.4)
    canvas.block((-10, 725, 1010, 1010), SAND, mix(HONEY, SAND, 0.4), shadow=0.25)
    canvas.shape([(120, 800), (800, 800), (900, 950), (20, 950)], SAGE, FOREST, shadow=0.3)
    _shoe(canvas, (470, 850), HONEY, CLAY)
    _shoe(canvas, (360, 905), mix(HONEY, CREAM, 0.25), mix(CLAY, HONEY, 0.3))


def _shoe(canvas: Canvas, heel: Point, top: Colour, low: Colour) -> None:
    x, y = heel
    upper = [(-150, -20), (-156, -190), (-60, -205), (-10, -120), (120, -82), (190, -40), (190, 0)]
    canvas.shape(smooth([(x + a, y + b) for a, b in upper], closed=True), top, low, shadow=0.35)
    canvas.block((x - 168, y - 18, x + 214, y + 16), PAPER, SAND, radius=17, shadow=0.25)
    canvas.disc((x - 107, y - 196), (50, 13), mix(low, INK, 0.5))
    for n in range(3):
        left = (x - 44 + n * 38, y - 146 + n * 24)
        canvas.stroke([left, (left[0] + 34, left[1] - 22)], 9, PAPER)


def mist(canvas: Canvas) -> None:
    """Firs come out of the morning mist, row behind row."""
    canvas.wash(CREAM, PALE)
    canvas.disc((330, 250), 95, HONEY, mix(CLAY, HONEY, 0.4))
    for n, colour in enumerate((MIST, SAGE, FOREST, DEEP)):
        base = 430 + n * 150
        line = ridge(1000, 1000, base, 22, 3 + n)
        for m in range(7):
            x = 60 + m * 150 + n * 47 % 90
            fir(canvas, (x, base + 30), 190 + 40 * ((m * 3 + n) % 4) + n * 30, colour)
        canvas.shape(line, colour, mix(colour, PAPER, 0.75), shadow=0.08)


def shore(canvas: Canvas) -> None:
    """Flat stones in the sand, and the edge of a wave."""
    canvas.wash(mix(HONEY, SAND, 0.6), SAND)
    for n, colour in enumerate((mix(SAND, PAPER, 0.5), PAPER, MIST, SAGE, FOREST)):
        edge = ridge(1000, 1000, 350 - n * 62, 34, 5, 1.1)[:-2]
        canvas.shape([*edge, (1020, -20), (-10, -20)], colour, mix(colour, PALE, 0.2), shadow=0.14)
    # The shadow of what touches the upper edge falls on the lower one as well.
    canvas.block((-10, 980, 1010, 1010), SAND)
    for x, y, across, colour in (
        (300, 640, 150, DEEP),
        (560, 560, 84, CLAY),
        (640, 770, 190, MIST),
        (860, 590, 96, PAPER),
        (330, 860, 104, RUST),
        (880, 880, 70, FOREST),
    ):
        top, low = mix(colour, PAPER, 0.2), mix(colour, INK, 0.22)
        canvas.shape(stone((x, y), across, across * 0.62, x), top, low, shadow=0.4)


def dusk(canvas: Canvas) -> None:
    """Reeds stand before the last light over the water."""
    canvas.wash(NIGHT, mix(CLAY, HONEY, 0.35))
    canvas.glow((500, 620), 460, HONEY, 0.8)
    canvas.disc((500, 610), 130, CREAM, HONEY)
    canvas.shape(ridge(1000, 700, 610, 26, 9), mix(DEEP, NIGHT, 0.4), NIGHT, shadow=0.2)
    canvas.block((-10, 660, 1010, 1010), mix(CLAY, DEEP, 0.55), NIGHT, shadow=0.2)
    for n in range(6):
        half = 150 - n * 20
        canvas.stroke(
            [(500 - half, 690 + n * 34), (500 + half, 690 + n * 34)], 9, HONEY, opacity=0.6
        )
    reeds(canvas, (20, 330), 1010, 640, NIGHT, 12, number=12)
    reeds(canvas, (720, 990), 1010, 520, mix(NIGHT, DEEP, 0.3), 21, number=10)
