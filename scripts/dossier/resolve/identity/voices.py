"""Tell who only signs or speaks in sources: authors, photographers, posters of posts."""

import re
from collections.abc import Iterable, Sequence

from dossier.ids import unique_slug
from dossier.model import Actor, Source
from dossier.resolve.identity.names_match import fold
from dossier.resolve.identity.refs import Ref
from dossier.vocabulary import ActorKind, FactBasis, PassageKind

_CREDIT = re.compile(r"\s*[/|]\s*[A-Z(]|\s*via\s")
_SIGNED = re.compile(r"[—–-]\s*\Z")
_HANDLE = re.compile(r"\s*\(@\w+\)")


_LABEL = re.compile(
    r"(?:Image|Photo|Photograph|Picture|Credit|Illustration|Video)s?(?::| by)\s*\Z",
    re.IGNORECASE,
)
"""What stands before the credit of a picture."""

_REACH = 30


def is_voice(refs: Iterable[Ref]) -> bool:
    """Whether every mention is a photographer's credit or the signature under a post."""
    return all(_is_signature(ref) for ref in refs)


def _is_signature(ref: Ref) -> bool:
    anchor, text = ref.mention.anchor, ref.source.text
    if _is_credited(ref):
        return True
    if ref.mention.kind is not ActorKind.PERSON:
        return False
    behind = text[anchor.end : anchor.end + 40]
    before = text[max(0, anchor.start - 4) : anchor.start]
    if _HANDLE.match(behind) or _SIGNED.search(before):
        return True
    if not _CREDIT.match(behind):
        return False
    return _kind_around(ref) is PassageKind.CAPTION or before.endswith("(")


def _is_credited(ref: Ref) -> bool:
    """Whether the caption of a picture says that somebody made it: "Image: Ann Novak"."""
    start = ref.mention.anchor.start
    if not _LABEL.search(ref.source.text, max(0, start - _REACH), start):
        return False
    return _kind_around(ref) is PassageKind.CAPTION


def _kind_around(ref: Ref) -> PassageKind:
    start = ref.mention.anchor.start
    return next(one.kind for one in ref.source.passages if one.start <= start < one.end)


def add_authors(
    sources: Sequence[Source], actors: Sequence[Actor], taken: dict[str, str]
) -> list[Actor]:
    """Make an actor of every author who is not one already.

    Args:
        sources: In order of publication.
        actors: Actors so far.
        taken: Page addresses given out; new ones are added.
    """
    known = {fold(actor.name) for actor in actors if actor.kind is ActorKind.PERSON}
    written: dict[str, list[Source]] = {}
    names: dict[str, str] = {}
    for source in sources:
        for author in source.authors:
            if author.value and author.basis is not FactBasis.NOT_STATED:
                key = fold(author.value)
                names.setdefault(key, author.value)
                written.setdefault(key, []).append(source)
    return [
        Actor(
            id=unique_slug(names[key], f"{names[key]}|author", taken),
            kind=ActorKind.PERSON,
            name=names[key],
            voice=True,
            note=f"Author of {', '.join(source.label for source in written[key])}.",
        )
        for key in sorted(written)
        if key not in known
    ]
