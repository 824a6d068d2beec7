"""The fonts that we send are small, free, and licensed beside the file."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find

from cms.typefaces import OWN_FONTS, OwnFont

MOST_BYTES = 40 * 1024


@pytest.mark.parametrize("font", OWN_FONTS.values(), ids=lambda font: font.file)
def test_a_font_is_small_and_has_its_licence_beside_it(font: OwnFont) -> None:
    path = Path(find(f"cms/fonts/{font.file}"))
    assert path.read_bytes()[:4] == b"wOF2"
    assert path.stat().st_size <= MOST_BYTES
    licence = path.with_name(path.name.replace("-latin.woff2", "-OFL.txt")).read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.startswith("Copyright")
    # A font with a reserved name may not be changed and keep it.
    assert "with Reserved Font Name" not in licence.split("PREAMBLE")[0]
