"""The square pictures of the podcast, and the sign of the practice."""

from demo.drawing.canvas import Canvas
from demo.drawing.heron import heron
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
    mix,
)
from demo.drawing.plants import branch, fir, reeds, tree
from demo.drawing.shapes import crest, leaf, ribbon, ridge, smooth

_SERIF = "DejaVuSerif-Bold.ttf"
_SANS = "DejaVuSans.ttf"


def show(canvas: Canvas) -> None:
    """Stairs climb through hills to a warm sun, below the title."""
    canvas.wash(SAND, PAPER)
    canvas.glow((715, 420), 420, PAPER, 0.8)
    canvas.disc((715, 470), 165, HONEY, CLAY)
    for base, seed, colour in ((560, 5, MIST), (620, 11, SAGE), (690, 23, FOREST)):
        canvas.shape(ridge(1000, 1000, base, 34, seed), colour, mix(colour, PALE, 0.4), shadow=0.2)
    for n in range(9):
        left = 640 - n * 82
        top = 548 + n * 53
        riser = mix(SAND, HONEY, n * 0.05)
        canvas.block((left, top, 1010, 1010), mix(riser, PAPER, 0.35), riser, radius=5, shadow=0.25)
        canvas.block((left, top, 1010, top + 17), PAPER, CREAM, radius=5)
    canvas.shape(
        [*smooth([(-20, 700), (90, 760), (160, 880), (330, 1030)]), (-20, 1030)],
        DEEP,
        INK,
        shadow=0.3,
    )
    branch(canvas, (70, 1030), 300, 6, (SAGE, FOREST), bend=26)
    branch(canvas, (950, 1030), 270, -10, (CLAY, RUST), bend=-24)
    canvas.write((76, 190), "The Slow", _SERIF, 132, DEEP)
    canvas.write((76, 330), "Stairs", _SERIF, 132, DEEP)
    canvas.write((82, 392), "LARKMOSS  PRACTICE", _SANS, 30, RUST)


def episode_walking(canvas: Canvas) -> None:
    """A path winds uphill past three trees to a pale sun."""
    canvas.wash(FOREST, SAGE)
    canvas.glow((640, 330), 430, PALE, 0.6)
    canvas.disc((640, 330), 190, PAPER, SAND)
    for base, seed, colour in ((430, 4, SAGE), (520, 14, FOREST)):
        canvas.shape(
            ridge(1000, 1000, base, 40, seed),
            mix(colour, PALE, 0.2),
            mix(colour, MIST, 0.5),
            shadow=0.25,
        )
    hill = ridge(1000, 1000, 600, 30, 8, 0.7)
    canvas.shape(hill, mix(DEEP, FOREST, 0.3), DEEP, shadow=0.3)
    spine = [(640, crest(hill, 640) + 2), (720, 660), (610, 740), (420, 850), (470, 1020)]
    canvas.shape(ribbon(spine, (12, 34, 80, 160, 330)), CREAM, PAPER, shadow=0.25)
    for x, y, tall, colour in (
        (800, 690, 210, SAGE),
        (890, 720, 170, HONEY),
        (250, 720, 230, SAGE),
    ):
        tree(canvas, (x, y), tall, colour)
    _number(canvas, "1", PAPER)


def episode_evening(canvas: Canvas) -> None:
    """A large moon over hills and still water."""
    canvas.wash(NIGHT, DEEP)
    canvas.glow((560, 380), 480, SAGE, 0.6)
    canvas.disc((560, 380), 215, PAPER, SAND)
    for n, base in enumerate((500, 570, 630)):
        colour = mix(FOREST, NIGHT, 0.15 + n * 0.3)
        line = ridge(1000, 1000, base, 42, 52 + n)
        canvas.shape(line, colour, mix(colour, SAGE, 0.3), shadow=0.3)
        if n == 1:
            for x, tall in ((140, 130), (190, 175), (830, 150), (885, 110)):
                fir(canvas, (x, crest(line, x) + 6), tall, mix(NIGHT, DEEP, 0.4))
    canvas.block((-10, 735, 1010, 1010), mix(DEEP, SAGE, 0.25), NIGHT, shadow=0.3)
    for n in range(8):
        half = 190 - n * 19 + (22 if n % 2 else 0)
        canvas.stroke(
            [(560 - half, 762 + n * 27), (560 + half, 762 + n * 27)],
            9,
            CREAM,
            opacity=0.8 - n * 0.08,
        )
    _number(canvas, "3", CREAM)


def episode_heron(canvas: Canvas) -> None:
    """A heron in front of a round rust-coloured sun."""
    canvas.wash(CREAM, SAND)
    canvas.disc((610, 480), 285, CLAY, RUST)
    for n in range(4):
        colour = mix(SAGE, DEEP, n * 0.3)
        canvas.shape(
            ridge(1000, 1000, 720 + n * 62, 9, 70 + n, 1.6),
            colour,
            mix(colour, PALE, 0.2),
            shadow=0.2,
        )
    canvas.disc((598, 858), (110, 17), PAPER, opacity=0.4)
    heron(canvas, (595, 858), 0.94)
    reeds(canvas, (830, 990), 1010, 480, DEEP, 6, number=11)
    reeds(canvas, (10, 190), 1010, 400, FOREST, 16, number=10)
    _number(canvas, "4", DEEP)


def _number(canvas: Canvas, number: str, colour: tuple[int, int, int]) -> None:
    canvas.write((70, 190), number, _SERIF, 150, colour)
    canvas.write((76, 236), "THE SLOW STAIRS", _SANS, 25, colour)


def logo(canvas: Canvas) -> None:
    """Two leaves in a round field; what is outside of it is cut away when it is saved."""
    canvas.wash(DEEP, DEEP)
    canvas.disc((100, 100), 100, FOREST, DEEP)
    canvas.shape(leaf((100, 152), 112, 44, -24), PAPER, MIST)
    canvas.shape(leaf((100, 152), 86, 38, 34), HONEY, CLAY)
    canvas.stroke([(100, 152), (100, 166)], 5, PAPER)
