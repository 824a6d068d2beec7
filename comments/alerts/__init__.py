"""Tells readers of answers to their comments, if the owner of the e-mail address has said yes to it."""
