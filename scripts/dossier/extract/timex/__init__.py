"""Date expressions: one rule, one function; ``find`` puts them together."""
