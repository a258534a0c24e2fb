"""One file a format: what lies on a disk becomes documents."""
