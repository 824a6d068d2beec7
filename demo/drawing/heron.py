"""A heron that stands on one leg."""

from collections.abc import Callable

from demo.drawing.canvas import Canvas, Point
from demo.drawing.palette import CLAY, DEEP, INK, MIST, PALE, PAPER, RUST, SAGE
from demo.drawing.shapes import leaf, smooth

_NECK = ((-8, -355), (-75, -400), (-92, -458), (-52, -512), (-38, -562), (-72, -606))
_NECK_WIDTH = (62, 48, 38, 32, 30, 30)
_BODY = (
    (-62, -388),
    (-70, -330),
    (-30, -276),
    (50, -250),
    (130, -236),
    (205, -190),
    (160, -268),
    (100, -340),
    (20, -396),
)


def heron(canvas: Canvas, foot: Point, size: float) -> None:
    """Draw the bird, facing left, about 640 units tall when size is 1."""

    def at(points: tuple[Point, ...]) -> list[Point]:
        return [(foot[0] + x * size, foot[1] + y * size) for x, y in points]

    canvas.stroke(at(((24, -262), (14, -130), (6, 0))), 9 * size, INK)
    canvas.stroke(at(((6, 0), (-34, 6))), 6 * size, INK)
    canvas.stroke(at(((70, -256), (104, -176), (30, -152))), 9 * size, INK)
    canvas.stroke(at(((30, -152), (44, -118))), 6 * size, INK)
    canvas.shape(smooth(at(_BODY), closed=True), PAPER, MIST, shadow=0.25)
    spine = smooth(at(_NECK))
    for n, (x, y) in enumerate(spine):
        place = n / (len(spine) - 1) * (len(_NECK_WIDTH) - 1)
        low = min(int(place), len(_NECK_WIDTH) - 2)
        wide = _NECK_WIDTH[low] + (_NECK_WIDTH[low + 1] - _NECK_WIDTH[low]) * (place - low)
        canvas.disc((x, y), wide / 2 * size, PAPER)
    _head(canvas, at, size)
    for length, degrees, colour in ((262, 122, DEEP), (240, 116, SAGE), (196, 108, PALE)):
        root = at(((-32, -352),))[0]
        canvas.shape(leaf(root, length * size, 118 * size, degrees), colour, SAGE, shadow=0.16)


def _head(canvas: Canvas, at: Callable[[tuple[Point, ...]], list[Point]], size: float) -> None:
    crown = at(((-60, -632), (-10, -640), (66, -604), (6, -618), (-40, -612)))
    canvas.shape(
        smooth(
            at(((-118, -606), (-88, -634), (-48, -632), (-26, -606), (-54, -584), (-96, -590))),
            closed=True,
        ),
        PAPER,
        PALE,
    )
    canvas.shape(at(((-100, -618), (-232, -592), (-104, -594))), CLAY, RUST)
    canvas.shape(smooth(crown, closed=True), INK)
    canvas.disc(at(((-84, -612),))[0], 5 * size, INK)
