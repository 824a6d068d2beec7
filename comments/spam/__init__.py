"""Guesses whether a comment is spam from what moderators said of earlier ones. Nobody else is asked."""
