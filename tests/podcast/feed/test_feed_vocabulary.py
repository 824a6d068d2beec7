"""The lists that editors choose from are the ones that apps know."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable

import pytest

from podcast.feed.licenses import LICENSES
from podcast.feed.mediums import MEDIUMS, SHOW_MEDIUMS
from podcast.feed.persons import PERSON_ROLES, is_person_role
from podcast.feed.services import SERVICES
from podcast.feed.social import DISABLED, SOCIAL_PROTOCOLS
from podcast.feed.values import web_address
from tests.feed_readers import NODE_FOLDER

WORDS = """
const parser = "podcast-partytime/dist/parser/";
const { PersonGroup, PersonRole } = require(parser + "person-enum");
const { Phase4Medium } = require(parser + "phase/phase-4");
process.stdout.write(JSON.stringify([PersonGroup, PersonRole, Phase4Medium].map(Object.values)));
"""


@pytest.fixture(scope="module")
def podcast_index() -> list[set[str]]:
    """The groups, roles and mediums that Podcast Index's parser knows."""
    node = shutil.which("node")
    if node is None or not (NODE_FOLDER / "node_modules" / "podcast-partytime").is_dir():
        pytest.skip("Node.js and its feed parser are needed: npm ci --prefix tests/node")
    run = subprocess.run([node, "-e", WORDS], cwd=NODE_FOLDER, capture_output=True, check=True)
    return [set(words) for words in json.loads(run.stdout)]


def small(words: Iterable[str]) -> set[str]:
    return {word.lower() for word in words}


def test_groups_and_roles_are_those_of_podcast_index(podcast_index: list[set[str]]) -> None:
    groups, roles, _ = podcast_index
    assert set(PERSON_ROLES) == groups
    assert {role for known in PERSON_ROLES.values() for role in known} == roles


def test_mediums_are_those_of_podcast_index(podcast_index: list[set[str]]) -> None:
    assert small(MEDIUMS) == small(podcast_index[2])
    assert set(SHOW_MEDIUMS) < MEDIUMS


@pytest.mark.parametrize(
    ("group", "role", "is_known"),
    [
        ("cast", "host", True),
        ("Cast", "Co-Host", True),
        ("writing", "editor", True),
        ("video post-production", "editor", True),
        ("cast", "editor", False),
        ("crowd", "host", False),
        ("", "", False),
    ],
)
def test_a_role_belongs_to_its_group(group: str, role: str, is_known: bool) -> None:
    assert is_person_role(group, role) is is_known


def test_every_licence_is_in_small_letters_and_can_be_read() -> None:
    for identifier, url in LICENSES.items():
        assert identifier == identifier.lower()
        assert web_address(url) == url


def test_services_and_protocols_are_slugs_with_names() -> None:
    for slug, name in (*SERVICES.items(), *SOCIAL_PROTOCOLS.items()):
        assert slug == slug.lower().strip()
        assert name.strip()
    assert DISABLED not in SOCIAL_PROTOCOLS
    assert {"apple", "spotify", "podcastindex"} < set(SERVICES)
