"""The free daily texts: sign-up, consent, writing, sending, stopping."""
