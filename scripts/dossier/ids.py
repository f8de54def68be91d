"""Stable ids and page addresses.

An id is what links, bookmarks and edits point to, so it depends on nothing but the thing it
names: no counter, no order of files. A slug survives every file system: lower-case ASCII,
short, never a reserved name.
"""

import hashlib
import re
import unicodedata

SLUG_LENGTH = 60
HASH_LENGTH = 8

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index", "readme", "404", "assets", "search", "sitemap", "tags"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)


def slugify(text: str) -> str:
    """Turn any text into a page address.

    Args:
        text: A name, a title or a file's stem.

    Returns:
        Lower-case ASCII letters, digits and single hyphens, at most 60 characters. Where
        nothing of the text survives, or a reserved name would, a hash of the text is added,
        so that the slug is never empty.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")[:SLUG_LENGTH].strip("-")
    if not slug or slug in _RESERVED:
        return f"{slug or 'x'}-{digest(text)}"
    return slug


def digest(*parts: object) -> str:
    """Hash any values to eight hexadecimal digits, the same on every machine.

    Args:
        *parts: Values whose ``str`` is stable.
    """
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]


def make_id(prefix: str, *parts: object) -> str:
    """Make an id such as ``m-1f00ba12``.

    Args:
        prefix: Tells what is named: ``m`` mention, ``t`` timex, ``q`` quote, ``em`` event
            mention.
        *parts: What makes the thing itself: source, position, text.
    """
    return f"{prefix}-{digest(*parts)}"


def unique_slug(text: str, key: str, taken: dict[str, str]) -> str:
    """Find an address that nothing else has.

    Args:
        text: What to slugify.
        key: The identity of the thing, stable across runs; a second call with the same key
            gives the same address.
        taken: Addresses given out so far, by address, with their keys; the new one is added.

    Returns:
        The slug of the text, with a hash of ``key`` behind it where another key has the slug.
    """
    slug = slugify(text)
    if taken.get(slug, key) != key:
        slug = f"{slug[: SLUG_LENGTH - HASH_LENGTH - 1].rstrip('-')}-{digest(key)}"
    taken[slug] = key
    return slug
