"""Settings: base is safe for production; dev and test turn things off."""
