"""Views that are no pages: search, and what machines ask a site for."""
