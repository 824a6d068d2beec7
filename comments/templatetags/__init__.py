"""What pages show of comments."""
