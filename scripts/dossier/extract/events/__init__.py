"""Event candidates: words that name a happening, who takes part, when, and how surely."""
