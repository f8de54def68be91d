"""Say which offices an actor is given by its sources."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from dossier.dates import sort_key
from dossier.gazetteer import Gazetteer
from dossier.model import RoleHeld
from dossier.resolve.identity.refs import Ref
from dossier.resolve.identity.same_office import QUALITIES, fold_titles
from dossier.vocabulary import MentionForm, RoleStatus

_WINDOW = 120
_COUNTS = frozenset({"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_RANKED = frozenset({"secretary", "officer", "mate", "class"})
_POSSESSIVES = ("’s", "'s", "’", "'")


def find_roles(refs: Iterable[Ref], gazetteer: Gazetteer) -> tuple[RoleHeld, ...]:
    """Gather the titles of an actor's mentions.

    Words of honour and words that only judge ("strongman") are no offices.

    Args:
        refs: The actor's mentions, in order.
        gazetteer: The word lists.

    Returns:
        One role for each office and flag, by date, undated last, in its fullest wording ("US
        President" holds "President" as well). Each is as of the last day of publication of a
        source that says so.
    """
    said: dict[tuple[str, RoleStatus], list[Ref]] = defaultdict(list)
    for ref in refs:
        mention = ref.mention
        if mention.form is not MentionForm.NAME or not mention.title:
            continue
        title = _role(mention.title, mention.affiliation, gazetteer)
        link = _owner_follows(ref) if title else ""
        if link:
            bare = title.removeprefix(mention.affiliation).strip()
            title = f"{bare} {link} {mention.affiliation}"
        if title:
            said[title, mention.title_status].append(ref)
    roles = []
    for wordings, status, found in fold_titles(said):
        dates = [ref.source.published_on for ref in found if ref.source.published_on]
        quoted = sorted({ref.source.label for ref in found if ref.mention.title_quoted})
        note = f"in quotation marks in {', '.join(quoted)}" if quoted else ""
        roles.append(
            RoleHeld(
                title=wordings[0],
                anchors=tuple(ref.mention.anchor for ref in found),
                as_of=max(dates) if dates else None,
                status=status,
                note=note,
            )
        )
    return tuple(sorted(roles, key=lambda role: (sort_key(role.as_of), role.title, role.status)))


def _is_office(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a word of honour ends a listed office: "First Lady"."""
    return len(words) > 1 and " ".join(words[-2:]).lower() in gazetteer.titles


def _owner_follows(ref: Ref) -> str:
    """How the source puts the body behind the office: "of" or "of the"; empty if it does not."""
    mention = ref.mention
    if not mention.affiliation or mention.affiliation.endswith(_POSSESSIVES):
        return ""
    start = max(0, mention.anchor.start - _WINDOW)
    before = ref.source.text[start : mention.anchor.start]
    office, owner = before.rfind(mention.title), before.rfind(mention.affiliation)
    if office >= 0:
        return _link(before[office + len(mention.title) : owner]) if office < owner else ""
    behind = ref.source.text[mention.anchor.end : mention.anchor.end + _WINDOW]
    office, owner = behind.find(mention.title), behind.find(mention.affiliation)
    return _link(behind[office + len(mention.title) : owner]) if 0 <= office < owner else ""


def _link(between: str) -> str:
    """The words that lead from an office to its body, if they are "of" or begin so."""
    words = between.split()
    if words[:1] != ["of"]:
        return ""
    return "of the" if words[-1] == "the" else "of"


def _is_flag(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word only flags the office that follows ("former")."""
    flag = gazetteer.title_words.get(word.lower().removesuffix("-"), RoleStatus.CURRENT)
    return flag is not RoleStatus.CURRENT


@lru_cache(maxsize=4)
def _honours(gazetteer: Gazetteer) -> frozenset[str]:
    return frozenset(word.lower() for word in gazetteer.honorifics)


def _role(title: str, affiliation: str, gazetteer: Gazetteer) -> str:
    """The office in words; empty if the title is only an honour or an epithet."""
    words = title.split()
    honours = _honours(gazetteer)
    while words and words[-1].lower() in honours and not _is_office(words, gazetteer):
        words = words[:-1]
    while words and (words[0].lower() in honours | QUALITIES or _is_flag(words[0], gazetteer)):
        words = words[1:]
    if len(words) > 1 and words[0].lower() in _COUNTS and words[1].lower() not in _RANKED:
        words = words[1:]  # "the third president to be tried"
    if words and words[-1].lower() not in gazetteer.titles:
        words[-1] = words[-1].removesuffix("s")
    if not words or words[-1].lower() in gazetteer.epithets:
        return ""
    bare = " ".join(words)
    for prefix in ("then-", "ex-", "former-", "Then-", "Ex-", "Former-"):
        bare = bare.removeprefix(prefix)
    if not affiliation or affiliation[0].islower():
        return bare
    for ending in _POSSESSIVES:
        if affiliation.endswith(ending):
            return f"{bare} of {affiliation.removesuffix(ending)}"
    return f"{affiliation} {bare}"
