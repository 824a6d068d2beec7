"""Tells operators at start what would keep texts from being sent."""
