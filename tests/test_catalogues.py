"""The German and the Spanish catalogue are whole, and no template says anything past them."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.test import override_settings

from cms.management.commands.messages import SILENT
from tests.test_project import ROOT

LANGUAGES = ["de", "es"]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
needs_gettext = pytest.mark.skipif(
    shutil.which("xgettext") is None, reason="xgettext is missing: apt-get install gettext"
)
# Names are the same in all languages.
SAME_EVERYWHERE = {"Mastodon", "WhatsApp"}


def catalogue(language: str, root: Path = ROOT) -> polib.POFile:
    return polib.pofile(str(root / f"locale/{language}/LC_MESSAGES/django.po"))


def speaking_folders() -> list[Path]:
    """Those in which something speaks to people who use a site."""
    silent = {*SILENT, ".git"}
    return [each for each in ROOT.iterdir() if each.is_dir() and each.name not in silent]


def pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Each form of the message in English and in the other language."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    english = [entry.msgid, *[entry.msgid_plural] * (len(entry.msgstr_plural) - 1)]
    return list(zip(english, entry.msgstr_plural.values(), strict=True))


def words_of(entries: polib.POFile | polib.MOFile) -> dict[tuple[str | None, str, str], object]:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry.msgstr or entry.msgstr_plural
        for entry in entries
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    po = catalogue(language)
    assert len(po) > 600
    assert [entry.msgid for entry in po.untranslated_entries()] == []
    assert [entry.msgid for entry in po.fuzzy_entries()] == []
    assert [entry.msgid for entry in po.obsolete_entries()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_and_edges_of_the_original(language: str) -> None:
    both = [pair for entry in catalogue(language) for pair in pairs(entry)]
    placeholders = Counter(
        (english, translated)
        for english, translated in both
        if Counter(PLACEHOLDER.findall(english)) != Counter(PLACEHOLDER.findall(translated))
    )
    assert list(placeholders) == []
    for edge in (str.lstrip, str.rstrip):
        assert [t for e, t in both if (edge(e) == e) != (edge(t) == t)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_is_there(language: str) -> None:
    po = catalogue(language)
    number = int(re.search(r"nplurals=(\d)", po.metadata["Plural-Forms"])[1])
    plurals = [entry for entry in po if entry.msgid_plural]
    assert plurals
    assert {len(entry.msgstr_plural) for entry in plurals} == {number}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_written(language: str) -> None:
    compiled = polib.mofile(str(ROOT / f"locale/{language}/LC_MESSAGES/django.mo"))
    assert words_of(compiled) == words_of(catalogue(language)), "Run make messages."


@needs_gettext
def test_every_word_of_the_sources_is_in_the_catalogues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in speaking_folders():
        shutil.copytree(folder, tmp_path / folder.name)
    monkeypatch.chdir(tmp_path)
    with override_settings(LOCALE_PATHS=[tmp_path / "locale"]):
        call_command("messages")
    for language in LANGUAGES:
        assert words_of(catalogue(language, tmp_path)) == words_of(catalogue(language)), (
            "Run make messages and translate what is new."
        )


def test_gettext_goes_by_no_name_under_which_xgettext_misses_it() -> None:
    sources = [path for folder in speaking_folders() for path in folder.rglob("*.py")]
    names = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources
        for name in re.findall(r"import \w*gettext\w* as (\w+)", path.read_text())
        if name != "_"
    }
    assert len(sources) > 100
    assert names == set()


def spoken_past_gettext(template: str) -> list[str]:
    """Words in ``template`` that a reader would see in English whatever the language."""
    text = re.sub(r"\{% comment.*?endcomment %\}|\{#.*?#\}|<!--.*?-->", "", template, flags=re.S)
    text = re.sub(r"\{% blocktranslate.*?endblocktranslate %\}", "", text, flags=re.S)
    # For machines: addresses and codes.
    text = re.sub(
        r"\{% block (canonical|og_\w+) %\}.*?\{% endblock", "{% endblock", text, flags=re.S
    )
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.S)
    attributes = re.findall(r'\b(?:alt|title|aria-label|placeholder)="([^"]*)"', text)
    text = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.S)
    words = re.split(r"""<(?:"[^"]*"|[^>"])*>""", text) + attributes
    return [each.strip() for each in words if re.search(r"[^\W\d_]{2}", each)]


def test_no_template_speaks_past_gettext() -> None:
    found = {}
    for path in (ROOT / "templates").rglob("*.html"):
        words = set(spoken_past_gettext(path.read_text())) - SAME_EVERYWHERE
        if words:
            found[str(path.relative_to(ROOT))] = words
    assert found == {}


def test_words_past_gettext_would_be_found() -> None:
    template = '<p title="Over there">Hello {{ name }}</p>{% translate "Fine" %}<img alt="{{ a }}">'
    assert spoken_past_gettext(template) == ["Hello", "Over there"]
