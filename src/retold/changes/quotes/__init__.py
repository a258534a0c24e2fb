"""One utterance across tellings: which uses are of it, and how each stands to its wording."""
