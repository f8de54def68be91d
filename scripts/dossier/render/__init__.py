"""Dossier → files: pages in Markdown, drawings and data for other programs."""

from dossier.render.pages import render_data, render_dossier

__all__ = ["render_data", "render_dossier"]
