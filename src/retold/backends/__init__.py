"""One file an implementation of a port, and the loaders of the tables that judge and readings need."""
