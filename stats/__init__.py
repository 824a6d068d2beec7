"""Counts, nothing personal: how often each page was read on each day, and what is read most now."""
