"""The demo site: its words, its pictures and its recordings, and the scripts that make them."""
