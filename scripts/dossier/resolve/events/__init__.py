"""Candidates become events: put together, dated, titled, with how each source tells them."""
