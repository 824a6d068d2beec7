"""The smaller pictures inside the texts, each of which explains one thing."""

from demo.drawing.canvas import Canvas, Point
from demo.drawing.interiors import book_pile, cup
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
from demo.drawing.plants import branch, tree
from demo.drawing.shapes import crest, ribbon, ridge, smooth


def desk_height(canvas: Canvas) -> None:
    """A laptop on books; a dotted line at the height of the eyes."""
    canvas.wash(PALE, PAPER)
    canvas.disc((430, 430), 300, MIST, PALE)
    canvas.block((-10, 820, 1610, 1010), CLAY, RUST, shadow=0.3)
    book_pile(canvas, (1090, 822), 470, (DEEP, HONEY, RUST, SAGE))
    canvas.block((865, 555, 1315, 582), INK, INK, radius=10, shadow=0.3)
    canvas.shape(
        [(905, 560), (930, 270), (1330, 270), (1305, 560)], mix(INK, DEEP, 0.4), INK, shadow=0.3
    )
    canvas.shape([(928, 540), (950, 290), (1308, 290), (1286, 540)], CREAM, MIST)
    canvas.block((660, 795, 840, 821), PAPER, SAND, radius=8, shadow=0.3)
    _head_in_profile(canvas)
    for x in range(600, 920, 34):
        canvas.stroke([(x, 290), (x + 15, 290)], 7, RUST)


def _head_in_profile(canvas: Canvas) -> None:
    skin = mix(CLAY, SAND, 0.5)
    body = [(190, 840), (205, 690), (262, 590), (370, 556), (462, 590), (500, 690), (515, 840)]
    canvas.shape(smooth(body), DEEP, INK, shadow=0.3)
    canvas.shape(
        smooth(
            [(330, 600), (338, 500), (330, 420), (440, 420), (440, 500), (452, 600), (390, 628)],
            closed=True,
        ),
        CLAY,
        skin,
    )
    face = [
        (300, 330),
        (330, 205),
        (430, 165),
        (520, 200),
        (540, 275),
        (572, 340),
        (546, 362),
        (548, 396),
        (538, 438),
        (496, 470),
        (420, 466),
        (340, 430),
    ]
    canvas.shape(smooth(face, closed=True), mix(skin, PAPER, 0.15), skin, shadow=0.2)
    hair = [
        (342, 452),
        (290, 400),
        (272, 270),
        (330, 170),
        (430, 136),
        (520, 170),
        (538, 218),
        (476, 226),
        (424, 262),
        (412, 320),
        (392, 372),
        (370, 400),
    ]
    canvas.shape(smooth(hair, closed=True), mix(BARK, CLAY, 0.1), BARK, shadow=0.18)
    canvas.disc((388, 348), (24, 34), skin, CLAY, shadow=0.12)
    canvas.stroke(smooth([(490, 290), (506, 297), (522, 290)]), 7, INK)
    canvas.stroke(smooth([(486, 256), (506, 248), (526, 254)]), 6, BARK, opacity=0.7)
    canvas.stroke(smooth([(512, 414), (528, 416), (542, 408)]), 6, RUST)
    for spot in smooth([(300, 700), (350, 796), (500, 792), (680, 786)], steps=40):
        canvas.disc(spot, 31, mix(DEEP, FOREST, 0.5))
    canvas.stroke([(640, 788), (720, 784)], 42, skin)


def waymarks(canvas: Canvas) -> None:
    """Three posts beside a path, each further up the hill."""
    canvas.wash(CREAM, PAPER)
    canvas.disc((420, 300), 110, HONEY, CLAY)
    for base, swing, seed, colour in ((420, 60, 6, MIST), (500, 50, 13, SAGE)):
        canvas.shape(
            ridge(1600, 1000, base, swing, seed), colour, mix(colour, PALE, 0.5), shadow=0.2
        )
    hill = smooth([(-20, 860), (300, 800), (800, 640), (1250, 430), (1650, 330)])
    canvas.shape([*hill, (1650, 1020), (-20, 1020)], FOREST, DEEP, shadow=0.3)
    spine = [
        (1330, crest([*hill, (0, 1e4), (0, 1e4)], 1330) + 3),
        (1190, 560),
        (960, 700),
        (620, 850),
        (330, 1020),
    ]
    canvas.shape(ribbon(spine, (24, 60, 110, 190, 330)), CREAM, SAND, shadow=0.2)
    for x, y, size in ((330, 880, 1.25), (800, 730, 0.9), (1110, 560, 0.62)):
        _post(canvas, (x, y), size)
    tree(canvas, (1450, 400), 210, SAGE)
    tree(canvas, (1530, 380), 150, mix(CLAY, HONEY, 0.3))
    branch(canvas, (1560, 1040), 380, -18, (CLAY, RUST), bend=-20)


def _post(canvas: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    canvas.disc((x, y), (60 * size, 12 * size), INK, opacity=0.4)
    canvas.block(
        (x - 17 * size, y - 270 * size, x + 17 * size, y),
        mix(CLAY, HONEY, 0.3),
        RUST,
        radius=8 * size,
        shadow=0.3,
    )
    arrow = [(-70, -245), (70, -245), (112, -212), (70, -178), (-70, -178)]
    canvas.shape([(x + a * size, y + b * size) for a, b in arrow], PAPER, SAND, shadow=0.3)


def bedside(canvas: Canvas) -> None:
    """A bedside table with a small lamp, books and a cup."""
    canvas.wash(NIGHT, mix(DEEP, NIGHT, 0.3))
    canvas.glow((640, 380), 760, HONEY, 0.75)
    canvas.block((-10, 770, 1610, 1010), mix(BARK, NIGHT, 0.4), mix(BARK, NIGHT, 0.7), shadow=0.2)
    canvas.block((300, 690, 1310, 740), CLAY, RUST, radius=14, shadow=0.4)
    canvas.block((350, 738, 1260, 1010), mix(RUST, BARK, 0.35), BARK, shadow=0.3)
    canvas.block(
        (400, 780, 1210, 920), mix(RUST, CLAY, 0.15), mix(RUST, BARK, 0.4), radius=12, shadow=0.3
    )
    canvas.disc((805, 850), 19, HONEY, CLAY, shadow=0.4)
    canvas.block((540, 664, 740, 692), SAGE, DEEP, radius=12, shadow=0.35)
    canvas.shape(
        smooth([(640, 480), (700, 560), (690, 668), (590, 668), (580, 560)], closed=True),
        SAGE,
        DEEP,
        shadow=0.3,
    )
    canvas.shape([(545, 230), (735, 230), (830, 500), (450, 500)], CREAM, HONEY, shadow=0.25)
    book_pile(canvas, (1000, 692), 330, (DEEP, CLAY))
    cup(canvas, (1000, 606), 96, PAPER)


def long_wave(canvas: Canvas) -> None:
    """Three waves that rise steeply and fall slowly: in, and a long way out."""
    canvas.wash(PAPER, PALE)
    for n, colour in enumerate((MIST, SAGE, FOREST)):
        outline = _waves(590 + n * 120, 250 - n * 55, n * 46)
        canvas.shape(
            [*outline, (1660, 1020), (-80, 1020)],
            colour,
            mix(colour, PALE, 0.25),
            shadow=0.22,
            opacity=0.92,
        )
    canvas.stroke(_waves(470, 250, 0), 15, RUST)
    canvas.disc((1192, 222), 30, HONEY, CLAY, shadow=0.35)


def _waves(base: float, tall: float, shift: float) -> list[Point]:
    knots: list[Point] = []
    for start in range(-530, 1800, 520):
        x = start + shift
        knots += [
            (x, base),
            (x + 75, base - tall * 0.62),
            (x + 150, base - tall),
            (x + 260, base - tall * 0.66),
            (x + 390, base - tall * 0.2),
        ]
    return smooth(knots)
