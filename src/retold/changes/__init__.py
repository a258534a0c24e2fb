"""What changed from parent to child."""
