"""The fourth full episode: Edda and Tobin talk about balance."""

from demo.content.types import Chapter, Episode, Line, Mark

HERON = Episode(
    title="Standing like a heron",
    slug="standing-like-a-heron",
    season=1,
    number=4,
    type="full",
    summary=(
        "Tobin and Edda practise balance at the bathroom basin, and learn from a bird that sways."
    ),
    notes="""<p>Two minutes a day are enough to wake up a rusty balance. Always beside something you
can hold on to:</p>
<ul><li>first week: feet close together,</li>
<li>second week: heel to toe,</li>
<li>third week: one leg, one hand on the basin.</li></ul>
<p>The whole plan is in the article <a href="article:stand-like-a-heron">Stand like a
heron</a>. If you are often dizzy, see your doctor first.</p>""",
    days_ago=12,
    audio="04-standing-like-a-heron.m4a",
    artwork="episode-heron.jpg",
    artwork_alt="A heron on one leg in front of a round rust-coloured sun, with reeds",
    chapters=(
        Chapter(
            "The bird below the house",
            (
                Line(
                    "edda-marlowick",
                    "Welcome to The Slow Stairs. I am Edda, and this is Tobin, who has been "
                    "watching a bird all morning.",
                ),
                Line(
                    "tobin-farrowgate",
                    "The heron, yes. It stands on one leg in the shallow water. When the wind "
                    "comes it sways, and then it goes on standing. That is all balance is. Not "
                    "being stiff, but swaying, and coming back.",
                ),
                Line("edda-marlowick", "I am afraid I mostly sway."),
                Line("tobin-farrowgate", "Then you have the first half already."),
            ),
        ),
        Chapter(
            "At the basin",
            (
                Line("edda-marlowick", "Where do I begin?"),
                Line(
                    "tobin-farrowgate",
                    "In the bathroom, while you brush your teeth, with one hand near the basin. In "
                    "the first week, put your feet close together. In the second, one foot in "
                    "front of the other, heel to toe. In the third, lift one foot, just so high "
                    "that a sheet of paper fits under it.",
                ),
                Line("edda-marlowick", "And if I wobble?"),
                Line(
                    "tobin-farrowgate",
                    "The wobbling is the exercise. Your foot is learning.",
                ),
            ),
        ),
        Chapter(
            "A small light",
            (
                Line(
                    "edda-marlowick",
                    "I would add something for the night. A small light on the way to the bathroom.",
                ),
                Line(
                    "tobin-farrowgate",
                    "That is the best exercise of all, and it needs no practice. And please, if "
                    "you are often dizzy, or have fallen more than once, see your doctor first.",
                ),
                Line("edda-marlowick", "Until then, stand well. And sway a little."),
            ),
        ),
    ),
    marks=(
        Mark("0:00", "The bird below the house"),
        Mark("0:29", "One half already"),
        Mark("0:33", "At the basin"),
        Mark("0:55", "Wobbling is the exercise"),
        Mark("1:02", "A small light"),
    ),
)
