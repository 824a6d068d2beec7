"""How the demo's recordings are made: speech, a chime, an encoder, tags and transcripts."""
