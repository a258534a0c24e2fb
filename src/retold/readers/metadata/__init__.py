"""What an HTML page says of its article beside the article: read as it stands, then weighed."""
