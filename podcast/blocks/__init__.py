"""What editors put together of blocks: chapters, transcripts, and all that a feed can say more than once."""

from podcast.blocks.episode import EpisodeExtrasBlock
from podcast.blocks.parts import Parts
from podcast.blocks.show import ShowExtrasBlock
from podcast.blocks.words import ChaptersBlock, TranscriptsBlock

__all__ = ["ChaptersBlock", "EpisodeExtrasBlock", "Parts", "ShowExtrasBlock", "TranscriptsBlock"]
