"""Many documents: which meet, which tell one event, and who descends from whom."""
