"""The form by which a recording comes in: in the media library and in the chooser alike."""

from wagtailmedia.forms import BaseMediaForm


class RecordingForm(BaseMediaForm):
    pass
