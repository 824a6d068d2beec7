"""The second full episode: Tobin and Maren talk about desks."""

from demo.content.types import Chapter, Episode, Line

DESK = Episode(
    title="The desk that lets you go",
    slug="the-desk-that-lets-you-go",
    season=1,
    number=2,
    type="full",
    summary="Maren asks and Tobin answers: is there a right way to sit, and how long is too long?",
    notes="""<p>There is no perfect way to sit, there is only the next one. Tobin's two questions
for every desk:</p>
<ul><li>What could stand on the other side of the room?</li>
<li>What could you do on your feet?</li></ul>
<p>A list for setting up a desk is in the article <a
href="article:a-kinder-way-to-sit-all-day">A kinder way to sit all day</a>.</p>""",
    days_ago=54,
    audio="02-the-desk.mp3",
    artwork="",
    artwork_alt="",
    chapters=(
        Chapter(
            "Is there a right way to sit?",
            (
                Line(
                    "maren-hollowfield",
                    "Welcome to The Slow Stairs. With me today is Tobin, who sat at a desk for "
                    "eleven years. Tobin, is there a right way to sit?",
                ),
                Line(
                    "tobin-farrowgate",
                    "People ask me that every week, and they sit up very straight while they ask. "
                    "I always say: that is lovely, and how long can you keep it? The honest answer "
                    "is about two minutes.",
                ),
                Line("maren-hollowfield", "And then?"),
                Line(
                    "tobin-farrowgate",
                    "Then they breathe out, and move. And that is the right way to sit. Any "
                    "position is fine, as long as there is a next one.",
                ),
            ),
        ),
        Chapter(
            "Reasons to get up",
            (
                Line("maren-hollowfield", "What do you tell people who forget to get up?"),
                Line(
                    "tobin-farrowgate",
                    "Do not trust your memory. Trust your furniture. Put the bin on the other side "
                    "of the room. Use a small glass, so that you have to fill it often. And take "
                    "every call on your feet, at least until the greeting is over.",
                ),
                Line("maren-hollowfield", "I should like to see our office do that."),
                Line("tobin-farrowgate", "I have already moved the bin."),
            ),
        ),
        Chapter(
            "One thing to try",
            (
                Line(
                    "maren-hollowfield",
                    "So, one thing to try this week. Choose a thing that you need often, and put "
                    "it somewhere you have to walk to.",
                ),
                Line(
                    "tobin-farrowgate",
                    "And if an arm tingles or goes numb, or a stiff neck stays for more than two "
                    "weeks, please have it looked at. That is no case for a bin.",
                ),
            ),
        ),
    ),
)
