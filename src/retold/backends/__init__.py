"""One file an implementation of a port, and the loaders of the tables the chain needs."""
