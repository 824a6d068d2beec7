"""What readers of the demo said under an article and an episode, and what the practice answered."""

from demo.content.practice import PRACTICE
from demo.content.types import Remark, Talk

UNDER_WALKING = Talk(
    "ten-minutes-on-foot",
    (
        Remark(
            "Hanne",
            "I have done the five minutes out and back for a week now, always after breakfast. "
            "The dog has noticed and waits at the door.\n\n"
            "What do you do when it is icy? Our street is not gritted.",
            days_ago=9.4,
            email="hanne@example.org",
            replies=(
                Remark(
                    PRACTICE.name,
                    "Good to hear, from both of you. On ice we walk indoors: the corridor, the "
                    "stairs, a round through the covered market. Ten minutes count there as well. "
                    "If you do go out, take short steps and keep your hands out of your pockets.",
                    days_ago=8.9,
                    replies=(
                        Remark(
                            "Hanne",
                            "The covered market it is. Thank you!",
                            days_ago=8.8,
                            email="hanne@example.org",
                        ),
                    ),
                ),
                Remark(
                    "Jorin",
                    "I put spikes under my shoes for the way to the bus. They cost little and come "
                    "off in a moment.",
                    days_ago=7.2,
                    email="jorin@example.org",
                ),
            ),
        ),
        Remark(
            "Oda",
            "“If a month goes wrong, begin again with ten minutes” is what I needed to read. I had "
            "thought that I would have to start with an apology.",
            days_ago=6.5,
            email="oda@example.org",
        ),
        Remark(
            "Casimir",
            "At eighty-one I count lamp posts instead of minutes. Started with four, it is eleven "
            "now. The twelfth has a bench.",
            days_ago=4.3,
            email="casimir@example.org",
            replies=(
                Remark(
                    "Oda",
                    "I will think of the bench when I turn back at mine.",
                    days_ago=3.9,
                    email="oda@example.org",
                ),
            ),
        ),
        Remark(
            "Best Shoes Outlet",
            "Great post!! Cheap walking shoes, 80% off, today only: https://shoes.example.com/sale",
            days_ago=2.1,
            email="sale@example.com",
            status="spam",
        ),
        Remark(
            "Leonore",
            "Is this also for somebody with a new hip? Mine is ten weeks old, and I would not like "
            "to do too much.",
            days_ago=0.6,
            email="leonore@example.org",
            status="pending",
        ),
    ),
)

UNDER_THE_FIRST_EPISODE = Talk(
    "five-minutes-out",
    (
        Remark(
            "Mattis",
            "The sentence at 0:36 about singing has been with me all week. I do sing, and the "
            "neighbours do wave.",
            days_ago=60.2,
            email="mattis@example.org",
            replies=(
                Remark(
                    PRACTICE.name,
                    "Then the pace is right. Greetings to the neighbours.",
                    days_ago=59.7,
                ),
            ),
        ),
        Remark(
            "Ilka",
            "I listen to this one on the walk itself. It ends just where I have to turn round.",
            days_ago=41.5,
            email="ilka@example.org",
            replies=(
                Remark(
                    "Mattis",
                    "Same here. On the way back I hear the birds.",
                    days_ago=40.8,
                    email="mattis@example.org",
                ),
            ),
        ),
        Remark(
            "Bertram",
            "Could you make one about walking with a pram? Five minutes is what we get.",
            days_ago=0.3,
            email="bertram@example.org",
            status="pending",
        ),
    ),
)

TALKS = (UNDER_WALKING, UNDER_THE_FIRST_EPISODE)
