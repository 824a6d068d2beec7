"""Readers' words under any page: sent in, moderated, answered, forgotten."""
