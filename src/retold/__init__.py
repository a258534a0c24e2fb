"""Who told it first, who took from whom, and what changed on the way."""

__version__ = "0.1.0"
