"""What templates ask of the podcast: how to write durations."""
