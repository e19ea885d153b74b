"""The other engines: the same texts in their own source formats, and the commands that run them."""
