"""Names that look alike and are written with other letters: kept apart, and told of.

A Cyrillic letter in a Latin name cannot be seen, and makes of one person two; or makes a name
pass for somebody else's. Which of the two it is, only a reader can tell.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dossier.errors import Problem
from dossier.gazetteer import Gazetteer
from dossier.resolve.identity.names_match import fold
from dossier.resolve.identity.refs import Cluster, Ref, warn
from dossier.vocabulary import MentionForm

_WORD = re.compile(r"[^\W_]+")
_CAPITAL_IN_A_WORD = re.compile(r"(?<=[a-z])I")
_MOST_NAMED = 3
"""Letters that a message spells out."""


def look_alike(left: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether two names that are spelt in different letters look the same.

    Args:
        left: A printed name.
        right: Another.
        gazetteer: Tells what looks like which Latin letter.
    """
    return fold(left) != fold(right) and _seen(left, gazetteer) == _seen(right, gazetteer)


def find_lookalikes(clusters: Iterable[Cluster], gazetteer: Gazetteer) -> list[Problem]:
    """Find names that mix alphabets, or that look like the name of somebody else.

    Args:
        clusters: All actors; those concerned get a note for their readers.
        gazetteer: Tells what looks like which Latin letter.

    Returns:
        One warning (A306) for each such name.

    Source:
        Unicode Technical Standard 39, sections 4 (skeletons) and 5.1 (mixed scripts).
    """
    alike: dict[str, list[tuple[Ref, Cluster]]] = {}
    for cluster in clusters:
        for ref in _named(cluster):
            alike.setdefault(_seen(ref.mention.name, gazetteer), []).append((ref, cluster))
    problems = []
    for _, group in sorted(alike.items()):
        group.sort(key=lambda pair: (bool(_foreign(pair[0].mention.name, gazetteer)),
                                     pair[0].order, pair[0].mention.name))  # fmt: skip
        # Each is held against the first alone, so that many cost no more than few.
        (first, genuine), *rest = group
        problems += _mixed(first, genuine, gazetteer)
        for ref, cluster in rest:
            if cluster is genuine or fold(ref.mention.name) == fold(first.mention.name):
                problems += _mixed(ref, cluster, gazetteer)
            else:
                problems.append(_imitates(ref, cluster, first, genuine, gazetteer))
    return problems


def _named(cluster: Cluster) -> Iterator[Ref]:
    """The first place of each of an actor's printed names."""
    found: dict[str, Ref] = {}
    for ref in sorted(cluster.refs, key=lambda one: one.order):
        if ref.mention.form is MentionForm.NAME:
            found.setdefault(ref.mention.name, ref)
    yield from found.values()


def _mixed(ref: Ref, cluster: Cluster, gazetteer: Gazetteer) -> list[Problem]:
    """Tell of a name that mixes Latin letters with others that look like them."""
    name = ref.mention.name
    strange = "".join(
        _foreign(word, gazetteer)
        for word in _WORD.findall(name)
        if any(letter.isascii() and letter.isalpha() for letter in word)
    )
    if not strange:
        return []
    said = f"mixes Latin letters with others that look like them: {_spell(strange)}"
    _note(cluster, f"The name “{name}” {said}.")
    return [warn("A306", ref, f"{name!r} {said}", "compare the file with the page it is from")]


def _imitates(
    ref: Ref, cluster: Cluster, first: Ref, genuine: Cluster, gazetteer: Gazetteer
) -> Problem:
    name, other = ref.mention.name, first.mention.name
    strange = _foreign(name, gazetteer)
    letters = f": {_spell(strange)}" if strange else ""
    said = f"looks like “{other}” and is written with other letters{letters}"
    _note(cluster, f"The name “{name}” {said}. The two are kept apart.")
    _note(genuine, "Another name looks like this one and is written with other letters; it has "
          "a page of its own.")  # fmt: skip
    return warn(
        "A306", ref, f"{name!r} {said}; they are kept apart",
        f"- same: [{ref.spot} {name}, {other}] in identity.yml joins them",
    )  # fmt: skip


def _note(cluster: Cluster, text: str) -> None:
    if text not in cluster.notes:
        cluster.notes.append(text)


def _spell(letters: str) -> str:
    different = list(dict.fromkeys(letters))
    told = [f"{one} ({unicodedata.name(one).capitalize()})" for one in different[:_MOST_NAMED]]
    return ", ".join(told) + (" …" if len(different) > _MOST_NAMED else "")


def _foreign(name: str, gazetteer: Gazetteer) -> str:
    """The letters of a name that only look Latin."""
    return "".join(
        letter for letter in name
        if not letter.isascii() and (letter in gazetteer.lookalikes or _is_styled(letter))
    )  # fmt: skip


def _is_styled(letter: str) -> bool:
    """Whether a sign is a Latin letter in a dress: full width, bold, in a circle."""
    plain = unicodedata.normalize("NFKD", letter)
    return (
        len(plain) == 1 and plain != letter and plain.isascii() and plain.isalpha()
        and unicodedata.normalize("NFD", letter) == letter
    )  # fmt: skip


@lru_cache(maxsize=4)
def _pattern(gazetteer: Gazetteer) -> re.Pattern[str]:
    longest_first = sorted(gazetteer.lookalikes, key=lambda one: (-len(one), one))
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")


def _seen(name: str, gazetteer: Gazetteer) -> str:
    """What a reader sees of a name: its letters as the Latin ones they look like."""
    table = gazetteer.lookalikes
    plain = unicodedata.normalize("NFKD", name)
    latin = _pattern(gazetteer).sub(lambda match: table[match[0]], plain)
    return fold(_CAPITAL_IN_A_WORD.sub("l", latin))
