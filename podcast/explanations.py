"""Tells an editor in words, and with the line, what is wrong with a chapter or transcript file."""

from __future__ import annotations

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from podcast.text_files import Reason, TextFileError

EXPLANATIONS = {
    Reason.EMPTY: _("This file is empty."),
    Reason.TOO_LARGE: _("This file is larger than %(size)s."),
    Reason.NOT_TEXT: _("This is no text file."),
    Reason.UNKNOWN_FORMAT: _("We do not know this kind of file."),
    Reason.BAD_JSON: _("This is no valid JSON."),
    Reason.BAD_XML: _("This is no valid XML."),
    Reason.DOCTYPE: _("This XML declares a document type, which we do not read. Remove it."),
    Reason.NO_TIME: _("No time stands here."),
    Reason.BAD_TIME: _("We cannot read this time."),
    Reason.NO_CUE_TIMES: _(
        "We expected times such as 00:00:01,000 --> 00:00:04,000, but found “%(found)s”."
    ),
    Reason.NO_TITLE: _("The title is missing."),
    Reason.BAD_LINK: _("A link has to begin with http:// or https://."),
    Reason.END_BEFORE_START: _("It ends before it begins."),
    Reason.OUT_OF_ORDER: _("It begins before the one above it."),
    Reason.TOO_MANY: _("These are more than %(limit)d."),
    Reason.NOTHING: _("There is nothing in this file."),
}
#: Where something stands in the wrong place, it is quoted.
QUOTING = {
    Reason.NO_TIME: _("“%(found)s” does not begin with a time. Write 1:02:03 or seconds."),
    Reason.BAD_TIME: _("“%(found)s” is no time. Write 1:02:03 or seconds."),
}


def explain(error: TextFileError) -> str:
    """The sentence for the editor, such as "Line 3: “soon” is no time. Write 1:02:03 or seconds."."""
    limit = error.limit or 0
    sentences = QUOTING if error.found and error.reason in QUOTING else EXPLANATIONS
    sentence = sentences[error.reason] % {
        "limit": limit,
        "size": filesizeformat(limit),
        "found": error.found,
    }
    if error.line is not None:
        return gettext("Line %(line)d: %(sentence)s") % {"line": error.line, "sentence": sentence}
    if error.entry is not None:
        return gettext("Entry %(entry)d: %(sentence)s") % {
            "entry": error.entry,
            "sentence": sentence,
        }
    return sentence
