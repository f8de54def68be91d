"""Quotations: what stands between marks, whose words it is said to be, and how it is known."""
