"""The four shelves the articles stand on."""

from demo.content.types import Category

CATEGORIES = (
    Category(
        "Everyday movement",
        "everyday-movement",
        "Walking, balance and strength for the things you do anyway.",
    ),
    Category(
        "Desk and work",
        "desk-and-work",
        "Sitting, standing and looking at screens with less effort.",
    ),
    Category(
        "Sleep and rest",
        "sleep-and-rest",
        "Evenings that slow down, nights and pauses in between.",
    ),
    Category(
        "Stress and calm",
        "stress-and-calm",
        "Small ways back to yourself when a day is too full.",
    ),
)
