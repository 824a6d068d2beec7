"""Shows, their episodes and recordings, and the feed kept ready for each show."""

from podcast.models.episodes import EpisodePage
from podcast.models.feeds import Feed, FeedBody, FeedItem
from podcast.models.recordings import Recording
from podcast.models.shows import Show

__all__ = ["EpisodePage", "Feed", "FeedBody", "FeedItem", "Recording", "Show"]
