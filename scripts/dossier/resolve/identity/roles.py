"""Say which offices an actor is given by its sources."""

from collections import defaultdict
from collections.abc import Iterable

from dossier.dates import sort_key
from dossier.gazetteer import Gazetteer
from dossier.model import RoleHeld
from dossier.resolve.identity.refs import Ref
from dossier.vocabulary import MentionForm, RoleStatus

_WINDOW = 120
_POSSESSIVES = ("’s", "'s", "’", "'")


def find_roles(refs: Iterable[Ref], gazetteer: Gazetteer) -> tuple[RoleHeld, ...]:
    """Gather the titles of an actor's mentions.

    Words of honour and words that only judge ("strongman") are no offices.

    Args:
        refs: The actor's mentions, in order.
        gazetteer: The word lists.

    Returns:
        One role for each wording and flag, by date, undated last. Each is as of the last day
        of publication of a source that says so.
    """
    said: dict[tuple[str, RoleStatus], list[Ref]] = defaultdict(list)
    printed: dict[tuple[str, RoleStatus], str] = {}
    for ref in refs:
        mention = ref.mention
        if mention.form is not MentionForm.NAME or not mention.title:
            continue
        title = _role(mention.title, mention.affiliation, gazetteer)
        if title and _owner_follows(ref):
            bare = title.removeprefix(mention.affiliation).strip()
            title = f"{bare} of {mention.affiliation}"
        if title:
            key = (title.casefold(), mention.title_status)
            said[key].append(ref)
            printed.setdefault(key, title)
    roles = []
    for key, found in said.items():
        dates = [ref.source.published_on for ref in found if ref.source.published_on]
        quoted = sorted({ref.source.label for ref in found if ref.mention.title_quoted})
        note = f"in quotation marks in {', '.join(quoted)}" if quoted else ""
        roles.append(
            RoleHeld(
                title=printed[key],
                anchors=tuple(ref.mention.anchor for ref in found),
                as_of=max(dates) if dates else None,
                status=key[1],
                note=note,
            )
        )
    return tuple(sorted(roles, key=lambda role: (sort_key(role.as_of), role.title, role.status)))


def _is_office(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a word of honour ends a listed office: "First Lady"."""
    return len(words) > 1 and " ".join(words[-2:]).lower() in gazetteer.titles


def _owner_follows(ref: Ref) -> bool:
    """Whether the source puts the body behind the office: "director of the Volta Trust"."""
    mention = ref.mention
    if not mention.affiliation or mention.affiliation.endswith(_POSSESSIVES):
        return False
    start = max(0, mention.anchor.start - _WINDOW)
    before = ref.source.text[start : mention.anchor.start]
    office, owner = before.rfind(mention.title), before.rfind(mention.affiliation)
    if office >= 0:
        return office < owner and before[office + len(mention.title) :].startswith(" of ")
    behind = ref.source.text[mention.anchor.end : mention.anchor.end + _WINDOW]
    office, owner = behind.find(mention.title), behind.find(mention.affiliation)
    return 0 <= office < owner and behind[office + len(mention.title) :].startswith(" of ")


def _is_flag(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word only flags the office that follows ("former")."""
    flag = gazetteer.title_words.get(word.lower().removesuffix("-"), RoleStatus.CURRENT)
    return flag is not RoleStatus.CURRENT


def _role(title: str, affiliation: str, gazetteer: Gazetteer) -> str:
    """The office in words; empty if the title is only an honour or an epithet."""
    words = title.split()
    honours = {word.lower() for word in gazetteer.honorifics}
    while words and words[-1].lower() in honours and not _is_office(words, gazetteer):
        words = words[:-1]
    while words and (words[0].lower() in honours or _is_flag(words[0], gazetteer)):
        words = words[1:]
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
