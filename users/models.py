"""The people who may log in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Django's user under our own name, so that it can grow without moving tables."""
