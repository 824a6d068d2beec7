"""What search engines are told of shows and episodes."""

from __future__ import annotations

from cms import structured_data as schema
from cms.about import AboutPage, about
from cms.models import Picture
from cms.structured_data import Node
from podcast.clock import iso_duration
from podcast.models import EpisodePage, Recording, Show


@about(Show)
class AboutShow(AboutPage):
    """A podcast as a series with a feed."""

    picture_field = "artwork"

    def things(self) -> list[Node]:
        show = self.page
        return [
            _series(show)
            | schema.node(
                "PodcastSeries",
                description=" ".join(show.description.split()),
                image=schema.image(self.card),
                inLanguage=show.language,
                author=schema.node("Organization", name=show.author_name),
                publisher=self.publisher,
                sameAs=[listing.url for listing in show.listings.all()],
                copyrightNotice=show.copyright,
                isAccessibleForFree=True,
                mainEntityOfPage=schema.reference(self.head.address),
            )
        ]


@about(EpisodePage)
class AboutEpisode(AboutPage):
    """An episode with its sound."""

    og_type = "article"
    picture_field = "artwork"

    @property
    def picture(self) -> Picture | None:
        return self.page.artwork or self.page.show.artwork

    def things(self) -> list[Node]:
        episode, address = self.page, self.head.address
        return [
            schema.node(
                "PodcastEpisode",
                id=f"{address}#episode",
                name=episode.title,
                description=self.head.description,
                url=address,
                mainEntityOfPage=schema.reference(address),
                image=schema.image(self.card),
                datePublished=self.published,
                dateModified=self.changed,
                duration=iso_duration(episode.recording.duration) if episode.recording else "",
                associatedMedia=self._audio(episode.recording) if episode.recording else None,
                episodeNumber=episode.number,
                partOfSeason=self._season(),
                partOfSeries=_series(episode.show),
                inLanguage=episode.show.language,
                publisher=self.publisher,
                isAccessibleForFree=True,
            )
        ]

    def _audio(self, recording: Recording) -> Node:
        return schema.node(
            "AudioObject",
            name=self.page.title,
            contentUrl=f"{self.head.root_url}{self.page.audio_path}",
            duration=iso_duration(recording.duration),
            encodingFormat=recording.mime_type,
            contentSize=str(recording.byte_length),
            uploadDate=self.published,
        )

    def _season(self) -> Node | None:
        if not self.page.season:
            return None
        return schema.node(
            "PodcastSeason", seasonNumber=self.page.season, name=self.page.season_name
        )


def _series(show: Show) -> Node:
    """The show as its episodes name it; by its ``@id`` the same as on its own page."""
    return schema.node(
        "PodcastSeries",
        id=f"{show.full_url}#series",
        name=show.title,
        url=show.full_url,
        webFeed=show.feed_url,
    )
