"""The door for a language model's client: five tools over stdio, and nothing else.

The `mcp` package comes with `pip install 'retold[mcp]'`; it is imported when the server starts.
"""
