"""The episodes of the podcast in the order of listening: the trailer, then one to four."""

from demo.content.episodes.desk import DESK
from demo.content.episodes.evening import EVENING
from demo.content.episodes.heron import HERON
from demo.content.episodes.trailer import TRAILER
from demo.content.episodes.walking import WALKING

EPISODES = (TRAILER, WALKING, DESK, EVENING, HERON)

__all__ = ["EPISODES"]
