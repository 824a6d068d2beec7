"""What others may want to know of comments, without comments knowing them."""

from django.dispatch import Signal

#: A site has begun or ceased to take comments. Sent with ``site``, inside the transaction.
site_opened_or_closed = Signal()
