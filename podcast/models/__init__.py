"""Shows, their episodes, recordings and transcripts, and the feed kept ready for each show."""

from podcast.models.episodes import EpisodePage
from podcast.models.feeds import Feed, FeedItem
from podcast.models.recordings import Recording
from podcast.models.shows import Show
from podcast.models.transcripts import Transcript

__all__ = ["EpisodePage", "Feed", "FeedItem", "Recording", "Show", "Transcript"]
