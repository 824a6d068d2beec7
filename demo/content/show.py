"""The podcast of the demo practice."""

from demo.content.episodes import EPISODES
from demo.content.types import Show

SHOW = Show(
    name="The Slow Stairs",
    slug="podcast",
    tagline="Short talks on moving, resting and working a little more easily",
    description=(
        "The Slow Stairs is the podcast of Larkmoss Practice. Maren Hollowfield, Tobin Farrowgate "
        "and Edda Marlowick talk about the small things that make a day easier on the body: a walk "
        "round the block, a desk that fits, an evening that slows down.",
        "Each episode is short enough for a flight of stairs taken slowly, and holds one thing to "
        "try before the next. No programme, no equipment, nothing to keep up with.",
        "What you hear is general information and no substitute for the advice of somebody who "
        "has seen you. The voices in this demonstration are synthetic.",
    ),
    author="Larkmoss Practice",
    language="en",
    category="Health & Fitness",
    subcategory="Alternative Health",
    artwork="show-artwork.jpg",
    artwork_alt="Pale stairs climbing through green hills to a warm sun; title: The Slow Stairs",
    license="cc-by-nc-nd-4.0",
    update_words="Every three weeks",
    funding_url="https://larkmoss.example.org/support",
    funding_text="Support The Slow Stairs",
    season_name="The first landing",
    episodes=EPISODES,
)
