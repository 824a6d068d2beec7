"""The practice of the demo: an invented house with an invented address."""

from demo.content.types import CallToAction, OpeningHours, Practice, SocialLink

PRACTICE = Practice(
    name="Larkmoss Practice",
    tagline="Physiotherapy and everyday movement",
    welcome="Small steps, taken kindly",
    about=(
        "Larkmoss is a small practice for people who would like to move, sleep and work a little "
        "more easily. We are three: two who work with movement, and one who works with rest.",
        "We like plain words and small steps. Most of what helps is not new and not secret: a walk "
        "most days, a chair that fits, an evening that slows down, somebody who listens. We look "
        "at your day with you and find the place where a change costs least.",
        "On this site you will find what we say most often in the practice, as articles to read "
        "and as short podcast episodes to listen to on the way home.",
    ),
    street="7 Saltgrass Row",
    town="Little Harnmere",
    opening_hours=(
        OpeningHours("Monday to Thursday", "8:00 to 18:00"),
        OpeningHours("Friday", "8:00 to 14:00"),
        OpeningHours("Saturday and Sunday", "Closed"),
    ),
    country="US",
    phone="+1 202-555-0142",
    email="hello@larkmoss.example.org",
    map_url="https://maps.example.org/little-harnmere/saltgrass-row",
    appointment=CallToAction(
        heading="Come and talk to us",
        text=(
            "A first visit takes forty-five minutes. Bring comfortable clothes, your questions "
            "and, if you have them, your reports."
        ),
        button_label="Ask for an appointment",
        target="appointment",
    ),
    footer="A quiet house for physiotherapy and everyday movement, two minutes from the water.",
    disclaimer=(
        "What you read and hear here is general information. It does not replace the advice of "
        "somebody who has seen you. If you are worried about your health, ask your doctor; in an "
        "emergency call your local emergency number."
    ),
    social_links=(
        SocialLink("Photographs", "https://example.com/larkmoss/photographs"),
        SocialLink("Short messages", "https://example.com/larkmoss/messages"),
        SocialLink("Films", "https://example.com/larkmoss/films"),
    ),
    logo="logo.png",
    logo_alt="Larkmoss Practice",
)
