"""What each page says, sorted, worded and linked; templates only place it.

A view is a small frozen value whose fields are finished pieces of the page: text, or blocks
made by ``markup`` and ``cards``. A field without content is empty, and its section is left
out of the page.
"""
