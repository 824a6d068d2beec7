"""Draws every picture of the demo into demo/pictures/: `python -m demo.make_pictures [name …]`.

Needs Pillow and the DejaVu fonts. The result is kept in the repository, so this runs only when a
drawing changes; the same code draws the same pictures.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from demo.drawing import artwork, details, interiors, landscapes, portraits, snapshots
from demo.drawing.canvas import Canvas

PICTURES = Path(__file__).parent / "pictures"
_JPEG_QUALITY = 82


@dataclass(frozen=True)
class _Plan:
    """What to draw, on how many units, and how large the file is in pixels."""

    draw: Callable[[Canvas], None]
    units: tuple[int, int]
    size: tuple[int, int]
    grain: int = 5


_WIDE = (1600, 1000)
_SQUARE = (1000, 1000)

PLANS = {
    "hero-desk.jpg": _Plan(interiors.desk, _WIDE, (1600, 1000)),
    "hero-walking.jpg": _Plan(landscapes.walking, _WIDE, (1600, 1000)),
    "hero-evening.jpg": _Plan(landscapes.evening, _WIDE, (1600, 1000)),
    "hero-floor.jpg": _Plan(interiors.floor, _WIDE, (1600, 1000)),
    "hero-breath.jpg": _Plan(landscapes.breath, _WIDE, (1600, 1000)),
    "hero-back.jpg": _Plan(landscapes.back, _WIDE, (1600, 1000)),
    "hero-balance.jpg": _Plan(landscapes.balance, _WIDE, (1600, 1000)),
    "hero-rest.jpg": _Plan(interiors.rest, _WIDE, (1600, 1000)),
    "body-desk-height.jpg": _Plan(details.desk_height, _WIDE, (1200, 750)),
    "body-waymarks.jpg": _Plan(details.waymarks, _WIDE, (1200, 750)),
    "body-bedside.jpg": _Plan(details.bedside, _WIDE, (1200, 750)),
    "body-long-wave.jpg": _Plan(details.long_wave, _WIDE, (1200, 750)),
    "portrait-maren.jpg": _Plan(portraits.maren, (600, 600), (600, 600)),
    "portrait-tobin.jpg": _Plan(portraits.tobin, (600, 600), (600, 600)),
    "portrait-edda.jpg": _Plan(portraits.edda, (600, 600), (600, 600)),
    "show-artwork.jpg": _Plan(artwork.show, _SQUARE, (3000, 3000), grain=2),
    "episode-walking.jpg": _Plan(artwork.episode_walking, _SQUARE, (1400, 1400), grain=4),
    "episode-evening.jpg": _Plan(artwork.episode_evening, _SQUARE, (1400, 1400), grain=4),
    "episode-heron.jpg": _Plan(artwork.episode_heron, _SQUARE, (1400, 1400), grain=4),
    "post-tea.jpg": _Plan(snapshots.tea, _SQUARE, (640, 640)),
    "post-sill.jpg": _Plan(snapshots.sill, _SQUARE, (640, 640)),
    "post-shoes.jpg": _Plan(snapshots.shoes, _SQUARE, (640, 640)),
    "post-mist.jpg": _Plan(snapshots.mist, _SQUARE, (640, 640)),
    "post-shore.jpg": _Plan(snapshots.shore, _SQUARE, (640, 640)),
    "post-dusk.jpg": _Plan(snapshots.dusk, _SQUARE, (640, 640)),
    "logo.png": _Plan(artwork.logo, (200, 200), (300, 300), grain=0),
}


def make(name: str, plan: _Plan) -> None:
    """Draw one picture larger than wanted, for smooth edges, and save it at its size."""
    enlarge = 4 if plan.size[0] <= 900 else 2
    canvas = Canvas(*plan.units, plan.size[0] / plan.units[0] * enlarge)
    plan.draw(canvas)
    picture = canvas.finish(plan.size, seed=sum(name.encode()), grain=plan.grain)
    if name.endswith(".png"):
        # Round, so that it stands on a light page as on a dark one.
        mask = Image.new("L", (enlarge * plan.size[0], enlarge * plan.size[1]))
        ImageDraw.Draw(mask).ellipse((0, 0, mask.width - 1, mask.height - 1), fill=255)
        picture.putalpha(mask.resize(plan.size, Image.Resampling.LANCZOS))
        picture.save(PICTURES / name, optimize=True)
    else:
        picture.save(
            PICTURES / name, quality=_JPEG_QUALITY, progressive=True, optimize=True, dpi=(72, 72)
        )


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for wanted in sys.argv[1:] or PLANS:
        make(wanted, PLANS[wanted])
