"""The nouns: what there is to talk about, as frozen values."""
