"""Dossier: a static site generator for briefing dossiers that a reader can check.

Start with ``pipeline.py`` (the whole flow) and ``model.py`` (every noun).
"""

__version__ = "0.1.0"
