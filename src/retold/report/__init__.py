"""One file a face of the result: terminal, HTML, JSON."""
