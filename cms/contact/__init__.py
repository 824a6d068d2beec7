"""What becomes of a message to the practice: its form, its e-mail, its listing, its end."""
