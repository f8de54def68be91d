"""Dossier → files: pages in Markdown, drawings and data for other programs."""

from dossier.render.pages import render_data, render_dossier
from dossier.render.printed import render_printed

__all__ = ["render_data", "render_dossier", "render_printed"]
