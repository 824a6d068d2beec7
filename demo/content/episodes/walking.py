"""The first full episode: how to begin walking."""

from demo.content.types import BestMoment, Chapter, Episode, Line

WALKING = Episode(
    title="Five minutes out, five minutes back",
    slug="five-minutes-out",
    season=1,
    number=1,
    type="full",
    summary="Maren on beginning to walk again with a distance that nobody can fail.",
    notes="""<p>Ten minutes are enough for a beginning. In this episode:</p>
<ul><li>why the first distance should be almost too short,</li>
<li>how fast is fast enough,</li>
<li>and what to do after a week that went wrong.</li></ul>
<p>How to go on from there is in the article <a href="article:ten-minutes-on-foot">Ten
minutes on foot</a>.</p>""",
    days_ago=75,
    audio="01-five-minutes-out.mp3",
    artwork="episode-walking.jpg",
    artwork_alt="A white path winding uphill past three trees to a large pale sun",
    chapters=(
        Chapter(
            "The shortest walk",
            (
                Line(
                    "maren-hollowfield",
                    "This is The Slow Stairs, and I am Maren. Today I would like to talk you into "
                    "a very short walk. When people want to move more, they often plan a great "
                    "deal at once. An hour, three times a week, in new shoes. It works until the "
                    "first rainy Thursday.",
                ),
                Line(
                    "maren-hollowfield",
                    "So let us begin with less. Five minutes out, and five minutes back. Nearly "
                    "everybody can find ten minutes, and nobody needs to recover from them.",
                ),
            ),
        ),
        Chapter(
            "How fast?",
            (
                Line(
                    "maren-hollowfield",
                    "Walk so that you can still talk in whole sentences. If you have to catch your "
                    "breath between the words, slow down. If you could sing, you may go a little "
                    "faster. And if you sing anyway, wave to the neighbours.",
                ),
            ),
        ),
        Chapter(
            "When a week goes wrong",
            (
                Line(
                    "maren-hollowfield",
                    "There will be a week in which nothing works. Somebody is ill, or the work "
                    "piles up, or it simply rains. Then repeat the week before. You have not lost "
                    "anything. Begin again with ten minutes, as if it were the first time.",
                ),
                Line(
                    "maren-hollowfield",
                    "If something hurts and goes on hurting, let somebody have a look at it. And "
                    "for all other days: shoes on, five minutes out, five minutes back.",
                ),
            ),
        ),
    ),
    best_moment=BestMoment(2.0, 25, "The shortest walk"),
)
