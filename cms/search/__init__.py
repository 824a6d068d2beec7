"""The site's search: what is indexed, how it is asked, and what is shown of it."""
