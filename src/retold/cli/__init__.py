"""The command line: one file a command, each reads its options, calls the face and prints."""
