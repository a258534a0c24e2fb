"""What changed from a parent's passage to its child's: one small function a code."""
