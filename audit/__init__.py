"""Looks at the whole demo site as browsers, checkers and search engines do: ``make audit``."""
