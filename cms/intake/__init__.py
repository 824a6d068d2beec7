"""Takes from a picture what is nobody's business: where, when and with what it was taken.

Phones write the place into every photograph. Colours and pixels stay as they are: what is cut out
are whole segments of the file. Only a picture that lies on its side, which such a segment says, and
AVIF files are written anew. Plain Python: bytes go in, bytes come out.
"""

from cms.intake.clean import PictureError, cleaned

__all__ = ["PictureError", "cleaned"]
