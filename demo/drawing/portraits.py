"""Three portraits of invented people, in cut paper."""

import math
from dataclasses import dataclass

from demo.drawing.canvas import Canvas, Point
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
    Colour,
    mix,
)
from demo.drawing.plants import branch
from demo.drawing.shapes import ridge, smooth


@dataclass(frozen=True)
class _Look:
    skin: Colour
    shirt: Colour
    hair: Colour


def maren(canvas: Canvas) -> None:
    """Dark hair in a knot, in front of green hills."""
    canvas.wash(PALE, CREAM)
    canvas.disc((440, 170), 70, CREAM, HONEY)
    for base, colour in ((300, MIST), (365, SAGE), (430, FOREST)):
        canvas.shape(ridge(600, 600, base, 26, base), colour, mix(colour, PALE, 0.3), shadow=0.2)
    look = _Look(mix(CLAY, SAND, 0.62), RUST, mix(BARK, INK, 0.5))
    canvas.disc((300, 118), 54, mix(look.hair, CLAY, 0.15), look.hair, shadow=0.2)
    canvas.disc((300, 243), (128, 140), look.hair, look.hair, shadow=0.25)
    _bust(canvas, look)
    parting = [
        (182, 262),
        (186, 180),
        (250, 112),
        (330, 110),
        (408, 178),
        (416, 262),
        (384, 214),
        (318, 176),
        (262, 190),
        (208, 230),
    ]
    canvas.shape(smooth(parting, closed=True), mix(look.hair, CLAY, 0.12), look.hair, shadow=0.15)
    _face(canvas, look)


def tobin(canvas: Canvas) -> None:
    """Short hair and a beard, in front of a low sun."""
    canvas.wash(mix(HONEY, SAND, 0.3), CREAM)
    canvas.disc((300, 275), 225, CLAY, mix(HONEY, SAND, 0.3))
    look = _Look(mix(RUST, HONEY, 0.5), DEEP, mix(BARK, RUST, 0.2))
    _bust(canvas, look)
    _face(canvas, look, mouth=False)
    beard = [
        (198, 250),
        (214, 300),
        (250, 318),
        (300, 320),
        (350, 318),
        (386, 300),
        (402, 250),
        (398, 330),
        (352, 392),
        (300, 404),
        (248, 392),
        (202, 330),
    ]
    canvas.shape(smooth(beard, closed=True), look.hair, mix(look.hair, INK, 0.3), shadow=0.12)
    short = [
        (190, 250),
        (186, 180),
        (230, 118),
        (310, 102),
        (384, 126),
        (414, 186),
        (410, 250),
        (392, 196),
        (330, 172),
        (252, 178),
        (208, 204),
    ]
    canvas.shape(smooth(short, closed=True), mix(look.hair, CLAY, 0.15), look.hair, shadow=0.15)
    canvas.stroke(smooth([(274, 346), (300, 355), (326, 346)]), 6, mix(look.skin, RUST, 0.4))


def edda(canvas: Canvas) -> None:
    """Silver hair and round glasses, among leaves."""
    canvas.wash(DEEP, NIGHT)
    branch(canvas, (70, 640), 560, -2, (SAGE, FOREST), bend=20, size=0.26)
    branch(canvas, (545, 640), 520, 4, (FOREST, DEEP), bend=-24, size=0.28)
    look = _Look(mix(SAND, CLAY, 0.22), HONEY, mix(PALE, SAGE, 0.25))
    bob = [
        (300, 104),
        (404, 138),
        (440, 240),
        (448, 380),
        (380, 404),
        (220, 404),
        (152, 380),
        (160, 240),
        (196, 138),
    ]
    canvas.shape(smooth(bob, closed=True), PAPER, look.hair, shadow=0.3)
    _bust(canvas, look)
    fringe = [
        (184, 268),
        (186, 178),
        (240, 126),
        (320, 116),
        (400, 162),
        (418, 268),
        (388, 222),
        (350, 178),
        (282, 206),
        (214, 218),
    ]
    canvas.shape(smooth(fringe, closed=True), PAPER, look.hair, shadow=0.15)
    _face(canvas, look)
    for x in (252, 348):
        canvas.stroke(_ring((x, 268), 37), 5, RUST)
    canvas.stroke(smooth([(288, 264), (300, 258), (312, 264)]), 5, RUST)


def _bust(canvas: Canvas, look: _Look) -> None:
    shoulders = [(40, 640), (74, 520), (170, 462), (300, 450), (430, 462), (526, 520), (560, 640)]
    canvas.shape(
        smooth(shoulders), mix(look.shirt, PAPER, 0.1), mix(look.shirt, INK, 0.3), shadow=0.3
    )
    shade = mix(look.skin, RUST, 0.35)
    neck = [(256, 360), (344, 360), (352, 458), (300, 500), (248, 458)]
    canvas.shape(neck, shade, look.skin)
    head = [
        (300, 120),
        (376, 148),
        (408, 235),
        (392, 330),
        (344, 390),
        (300, 402),
        (256, 390),
        (208, 330),
        (192, 235),
        (224, 148),
    ]
    for x in (194, 406):
        canvas.disc((x, 272), (16, 26), mix(look.skin, RUST, 0.12), shade)
    canvas.shape(smooth(head, closed=True), mix(look.skin, PAPER, 0.12), look.skin, shadow=0.18)


def _face(canvas: Canvas, look: _Look, *, mouth: bool = True) -> None:
    line = mix(look.skin, BARK, 0.75)
    for x in (252, 348):
        canvas.disc((x, 318), (27, 18), mix(look.skin, RUST, 0.5), opacity=0.28)
        canvas.stroke(smooth([(x - 17, 266), (x, 275), (x + 17, 266)]), 5, line)
        canvas.stroke(smooth([(x - 22, 228), (x, 220), (x + 22, 228)]), 5, line, opacity=0.7)
    canvas.stroke(smooth([(302, 268), (290, 308), (304, 312)]), 4, line, opacity=0.6)
    if mouth:
        canvas.stroke(smooth([(272, 346), (300, 357), (328, 346)]), 5, mix(RUST, look.skin, 0.2))


def _ring(centre: Point, radius: float) -> list[Point]:
    x, y = centre
    return [
        (x + radius * math.cos(n / 36 * math.tau), y + radius * math.sin(n / 36 * math.tau))
        for n in range(37)
    ]
