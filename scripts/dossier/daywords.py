"""Words for days, parts of a day and lengths of time, in small letters, as sentences hold them."""

from dossier.dates import WEEKDAYS

WEEK = frozenset(day.lower() for day in WEEKDAYS)
"""The seven days."""
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
LENGTHS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
"""Units of time, as they are counted: "two days later", "five minutes left"."""
