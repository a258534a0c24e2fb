"""Other ways to tell derived from independent, in the same run on the same pairs."""
