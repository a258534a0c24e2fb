"""The chain of `retold.pipeline` for a store that grows: what is new, and what that touches."""
