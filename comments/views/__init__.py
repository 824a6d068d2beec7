"""What readers can ask of comments."""
