"""A store that grows: documents and stories in SQLite, keys in sorted files beside it."""
