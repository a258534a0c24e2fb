"""One text: find its pieces and make keys of them. Knows spans, not documents."""
