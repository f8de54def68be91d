"""The rules of the audit: every file of this folder is one, and holds it as ``RULE``."""

from importlib import import_module
from pkgutil import iter_modules

from dossier.audit.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{name}").RULE
    for name in sorted(found.name for found in iter_modules(__path__))
)
"""By name of their files."""
