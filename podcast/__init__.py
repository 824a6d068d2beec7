"""The podcast: shows, episodes, recordings and the feed that listeners' apps read."""
