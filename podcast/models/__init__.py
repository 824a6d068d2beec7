"""Shows, their episodes, recordings and transcripts, and the feed kept ready for each show."""

from podcast.models.episodes import EpisodePage
from podcast.models.feeds import Feed, FeedBody, FeedItem
from podcast.models.listings import Directory, Listing
from podcast.models.recordings import Recording
from podcast.models.shows import Show
from podcast.models.transcripts import Transcript

__all__ = [
    "Directory",
    "EpisodePage",
    "Feed",
    "FeedBody",
    "FeedItem",
    "Listing",
    "Recording",
    "Show",
    "Transcript",
]
