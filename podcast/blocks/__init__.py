"""What a feed can say more than once, as blocks that editors add: each block becomes one part."""

from podcast.blocks.episode import EpisodeExtrasBlock
from podcast.blocks.parts import Parts
from podcast.blocks.show import ShowExtrasBlock

__all__ = ["EpisodeExtrasBlock", "Parts", "ShowExtrasBlock"]
