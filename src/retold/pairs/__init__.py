"""Two documents: line them up, measure what they share, judge how they are related."""
