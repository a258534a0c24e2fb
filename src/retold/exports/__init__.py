"""A result in the forms other programs read. Values in, bytes out: one file a form."""
