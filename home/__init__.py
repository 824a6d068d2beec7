"""The home page: the one page that knows both articles and podcast."""
