"""Some of the demo's pages in other languages, so that there is something to switch between."""

from demo.content.translations.german import GERMAN
from demo.content.translations.spanish import SPANISH

TRANSLATIONS = (GERMAN, SPANISH)
