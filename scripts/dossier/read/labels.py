"""Short forms of source ids for chips such as ``001:L7``.

A label depends on its id alone, unless two ids would get the same one: so it stays what it is
when articles are added. It is never a number in the order of the files.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

SHORT = 8
"""An id of so many characters is its own label."""

LONGEST = 12

_DATED = re.compile(r"(?:19|20)(\d\d)-(\d\d)-(\d\d)-(?=.)")
_BEFORE_HASH = 7
_HASH = 4


def make_labels(ids: Iterable[str]) -> dict[str, str]:
    """Give each id a short form.

    Args:
        ids: Ids of sources, all different.

    Returns:
        Labels by id, all different, at most twelve characters each: the id itself if it is
        short; else its date and the beginning of its words, ``240305-flood``; else the words
        it begins with; else those it ends with; else a beginning and a hash.
    """
    wanted = {identity: tuple(_forms(identity)) for identity in sorted(ids)}
    claims = Counter(form for forms in wanted.values() for form in set(forms))
    return {
        identity: next((form for form in forms if claims[form] == 1), forms[-1])
        for identity, forms in wanted.items()
    }


def _forms(identity: str) -> Iterator[str]:
    if len(identity) <= SHORT:
        yield identity
        return
    digest = hashlib.sha256(identity.encode()).hexdigest()
    dated = _DATED.match(identity)
    words = identity[dated.end() :] if dated else identity
    if dated is not None:
        day = "".join(dated.groups())
        yield f"{day}-{words[: LONGEST - len(day) - 1]}".rstrip("-")
    else:
        yield _whole_words(words)
    yield _whole_words(words[::-1])[::-1]
    yield f"{words[:_BEFORE_HASH].rstrip('-')}-{digest[:_HASH]}"
    yield digest[:LONGEST]


def _whole_words(words: str) -> str:
    """The first words that fit; the first one cut if it does not."""
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST + 1].rfind("-")
    return words[:cut] if cut > 0 else words[:LONGEST]
