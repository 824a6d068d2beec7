"""A lived-in demo site, made by code."""
