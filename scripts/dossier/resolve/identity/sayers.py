"""Find the subject of "… told the court that he": it is he, or nobody is known to be.

The pronoun that opens what somebody says means, as a rule, the one who says it: Kameyama (1998)
calls the subject of the main clause its preferred antecedent. So nobody of an earlier sentence is
looked for, even where the text names the speaker by words that are nobody's name yet.
"""

import re
from collections.abc import Mapping, Sequence

from dossier.model import Extraction, MentionId
from dossier.resolve.identity.refs import Ref
from dossier.settings import Lexicon
from dossier.vocabulary import ActorKind, MentionForm

_REACH = 200
_CLAUSE = re.compile(
    r"\b(?P<verb>[a-z]+)"
    r"(?:(?P<told>[ \t](?:the[ \t])?[a-z]+(?:[ \t][a-z]+)?)?"
    r"(?:[ \t](?:again|also|earlier|later|in|on|at|to|before|during|under)\b[^,.;:!?\n“”\"]{0,40})?"
    r"[ \t]that)?[ \t]\Z"
)
_APPOSITION = re.compile(r"[ \t]*(?:,[^,.;:!?\n“”\"]{1,60},|,|\([^()\n]{1,30}\))?[ \t]*\Z")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)[ \t]+\Z")
_USES = frozenset({"says", "tells", "thinks"})
_SPEAKS_AS_ONE = frozenset(
    {ActorKind.MEDIUM, ActorKind.STATE, ActorKind.PUBLIC_BODY, ActorKind.GROUP, ActorKind.PLACE}
)


def saying_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Forms of ``reporting_verbs`` that a clause can follow."""
    listed = lexicon.values("reporting_verbs").items()
    return frozenset(verb for verb, use in listed if not use or use[0] in _USES)


def find_speakers(
    refs: Sequence[Ref], extraction: Extraction | None, saying: frozenset[str]
) -> Mapping[MentionId, Ref | None]:
    """Find who says the clauses that "he" and "she" open.

    Args:
        refs: Every mention of an article, in order.
        extraction: Its candidates; None if there are none.
        saying: Verbs of saying.

    Returns:
        By pronoun: the mention that says it; None where somebody says it whom no mention names.
        Other pronouns are left out.
    """
    sentences = extraction.sentences if extraction else ()
    starts = {sentence.id: sentence.start for sentence in sentences}
    found: dict[MentionId, Ref | None] = {}
    for index, ref in enumerate(refs):
        if ref.mention.name in {"he", "she"} and ref.mention.sentence_id in starts:
            opens, speaker = _find_speaker(refs, index, starts[ref.mention.sentence_id], saying)
            if opens:
                found[ref.mention.id] = speaker
    return found


def _find_speaker(
    refs: Sequence[Ref], index: int, start: int, saying: frozenset[str]
) -> tuple[bool, Ref | None]:
    """Whether a pronoun opens what somebody says, and who that is."""
    pronoun = refs[index]
    here, text = pronoun.mention.anchor.start, pronoun.source.text
    first = max(start, here - _REACH)
    clause = _find_clause(text, first, here, saying)
    if clause is None or _PASSIVE.search(text, first, clause):
        return False, None
    inside = [ref for ref in refs[max(0, index - 8) : index] if ref.mention.anchor.start >= first]
    if any(_is_somebody(ref) for ref in inside if ref.mention.anchor.start >= clause):
        return False, None  # "told Vega that he"
    before = [ref for ref in inside if ref.mention.anchor.end <= clause]
    speaking = next((r for r in before if _ends_subject(text, r, clause)), None)
    if speaking is not None:
        return speaking.mention.kind not in _SPEAKS_AS_ONE, speaking
    bare = re.match(r"[“\"]?[A-Z][\w’'-]+(?=,|[ \t][a-z]+[ \t])", text[start:clause])
    return bool(bare) and not before, None


def _find_clause(text: str, first: int, here: int, saying: frozenset[str]) -> int | None:
    """Where the verb of saying begins that a clause hangs on; None if there is none."""
    for found in _CLAUSE.finditer(text, first, here):
        if found["verb"] in saying:
            return found.start()
    return None


def _is_somebody(ref: Ref) -> bool:
    return ref.mention.kind is ActorKind.PERSON or ref.mention.form is MentionForm.PRONOUN


def _ends_subject(text: str, ref: Ref, verb: int) -> bool:
    """Whether nothing but an apposition stands between a mention and the verb."""
    return _APPOSITION.match(text, ref.mention.anchor.end, verb) is not None
