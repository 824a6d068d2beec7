"""What the practice writes: articles, their categories and their index."""
