"""Feeds, sitemaps, pages and folders looked at again and again, and what is told of them."""
