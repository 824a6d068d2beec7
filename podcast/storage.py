"""Where recordings lie: outside every public folder, and safe while a replacement is not yet saved."""

from django.core.files.storage import FileSystemStorage
from django.db import transaction


class RecordingStorage(FileSystemStorage):
    """Files without a public URL, removed only once the database no longer needs them."""

    def url(self, name: str | None) -> str:
        raise ValueError("Recordings have no URL of their own; ask the episode or the recording.")

    def discard(self, name: str) -> None:
        """Remove at once what was stored for a row that could not be saved."""
        super().delete(name)

    def delete(self, name: str) -> None:
        """Remove the file when the transaction commits; if it rolls back, the old file is still there."""
        delete_file = super().delete
        transaction.on_commit(lambda: delete_file(name))
