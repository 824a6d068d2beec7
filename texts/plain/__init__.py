"""What can be known of numbers, hours, words and parts of texts without a database. Plain Python."""
