"""The site: the only room that knows Pelican and Jinja."""
