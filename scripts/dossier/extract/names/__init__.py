"""Names, descriptions and pronouns: who and what a text speaks of."""
