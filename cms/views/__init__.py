"""Answers that are no pages: feeds, search, robots and health."""
