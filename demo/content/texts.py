"""The demo's daily texts: ours, plain, and nothing that anybody could take for a treatment."""

from typing import Final

ABOUT: Final = "one small thing to try"

#: The first mornings of newcomers.
SERIES: Final = (
    "Good morning, {first_name|friend}. You will get one small thing a day. Nothing of it must be done.",
    "Put a glass of water where you will see it. That is all for today.",
    "Count the stairs you take today. Not to take more: only to know.",
)

#: From today on, one a day.
DAILY: Final = (
    "Stand up once while the kettle boils, and look out of a window.",
    "Walk the last stretch home a little slower than usual.",
    "Breathe out for longer than you breathe in, three times. Then go on.",
    "Let your shoulders drop before you open the first e-mail.",
    "Eat one meal today without a screen.",
    "Call somebody while you walk, {first_name|friend}.",
    "Find the softest light in your home, and sit there for five minutes.",
    "Stretch as a cat does when it gets up. Nobody is looking.",
    "Put your phone into another room half an hour before bed.",
    "Write down one thing that went well. A short one counts.",
    "Sit on the floor for a minute, and get up in a way you like.",
    "Look at something far away each time you finish a page.",
    "Open a window before you begin to work.",
    "Do one thing at half speed today.",
)

#: Lies in the drawer.
DRAFT: Final = "A thought for a rainy week: listen to the rain for one whole minute."

#: What some of the readers answered.
REPLIES: Final = (
    "That made me smile on the bus. Thank you.",
    "Please stop these, I am moving abroad",
)
