"""The services that a show can be kept from, or be given to alone (`podcast:block`).

Source: the podcast namespace's serviceslugs.txt, as of November 2026.
"""

from __future__ import annotations

from typing import Final

SERVICES: Final[dict[str, str]] = {
    "acast": "Acast",
    "amazon": "Amazon Music",
    "anchor": "Anchor",
    "apple": "Apple Podcasts",
    "audioboom": "Audioboom",
    "backtracks": "Backtracks",
    "bitcoin": "Bitcoin",
    "blubrry": "Blubrry",
    "buzzsprout": "Buzzsprout",
    "captivate": "Captivate",
    "castos": "Castos",
    "fireside": "Fireside",
    "google": "Google",
    "hypercatcher": "HyperCatcher",
    "libsyn": "Libsyn",
    "mastodon": "Mastodon",
    "megafono": "Megafono",
    "megaphone": "Megaphone",
    "omnystudio": "Omny Studio",
    "overcast": "Overcast",
    "paypal": "PayPal",
    "pinecast": "Pinecast",
    "podbean": "Podbean",
    "podcastaddict": "Podcast Addict",
    "podcastindex": "Podcast Index",
    "podcasts.com": "Podcasts.com",
    "podchaser": "Podchaser",
    "podfriend": "Podfriend",
    "podiant": "Podiant",
    "podigee": "Podigee",
    "podnews": "Podnews",
    "podomatic": "Podomatic",
    "podserve": "Podserve",
    "podverse": "Podverse",
    "redcircle": "RedCircle",
    "relayfm": "Relay FM",
    "resonate": "Resonate",
    "rss.com": "RSS.com",
    "shoutengine": "ShoutEngine",
    "simplecast": "Simplecast",
    "slack": "Slack",
    "soundcloud": "SoundCloud",
    "spotify": "Spotify",
    "spreaker": "Spreaker",
    "transistor": "Transistor",
    "twitter": "X (Twitter)",
    "whooshkaa": "Whooshkaa",
    "zencast": "Zencast",
}
