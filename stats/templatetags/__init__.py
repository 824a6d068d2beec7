"""What templates ask of the counts: what trends."""
