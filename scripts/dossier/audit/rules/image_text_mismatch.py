"""A picture that shows somebody of whom the article does not speak."""

import re
from collections.abc import Iterator

from dossier.anchors import make_anchor
from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import list_words, shorten
from dossier.model import Actor, Mention, Sentence, Source
from dossier.vocabulary import ActorKind, FindingType, Gravity, MentionForm, PassageKind

_RUN_ON = re.compile(r"(?<=[a-z])(?:Image|Photo|Picture|Credit|File)$")
_ENDED = re.compile(r"[ \t]*[.;,(|/–—-]*[ \t]*(?:\Z|\n|(?:Image|Photo|Picture|Credit|File)\b)")
"""The end of a caption's own words."""
_TELLS = frozenset({PassageKind.TITLE, PassageKind.BODY})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out captions all of whose persons are named nowhere else in the article.

    One hit a caption. Who took the picture is not shown in it, and does not count. Nor does a
    portrait further down, whose caption gives a name and nothing else: it illustrates.
    """
    agencies = tuple(
        term for term, (use, *_) in reading.lexicon.values("captions").items() if use == "credit"
    )
    for source in reading.sources():
        named: dict[int, list[tuple[Mention, Actor]]] = {}
        for sentence in reading.sentences(source.id, PassageKind.CAPTION):
            for mention in reading.mentions_in.get(sentence.id, ()):
                actor = reading.actors_of.get(mention.id)
                is_name = mention.form is MentionForm.NAME
                if not is_name or _is_credit(mention, sentence, agencies, reading):
                    continue
                if actor and actor.kind is ActorKind.PERSON:
                    named.setdefault(sentence.passage, []).append((mention, actor))
        told = _told_words(source) if named else frozenset()
        for index, shown in named.items():
            if told and not any(_family_name(mention) in told for mention, _ in shown):
                if _is_portrait(source, index, [mention for mention, _ in shown]):
                    continue
                yield _draw(source, index, shown[0], reading)


def _told_words(source: Source) -> frozenset[str]:
    return frozenset(
        word
        for passage in source.passages
        if passage.kind in _TELLS
        for word in list_words(source.text[passage.start : passage.end])
    )


def _is_portrait(source: Source, index: int, shown: list[Mention]) -> bool:
    """Whether a caption below the first paragraph holds one name, and tells nothing of it."""
    if len(shown) > 1 or _leads(source, index):
        return False
    end = _RUN_ON.sub("", shown[0].anchor.exact)
    return (
        _ENDED.match(source.text, shown[0].anchor.start + len(end), source.passages[index].end)
        is not None
    )


def _leads(source: Source, index: int) -> bool:
    return all(one.kind is not PassageKind.BODY for one in source.passages[:index])


def _draw(source: Source, index: int, shown: tuple[Mention, Actor], reading: Reading) -> Noticed:
    mention, actor = shown
    lead = _leads(source, index)
    title = next((one for one in source.passages if one.kind is PassageKind.TITLE), None)
    about = [make_anchor(source, title.start, title.end)] if title else []
    return Noticed(
        f"The {'lead picture' if lead else 'picture'} shows {actor.name}, whom the article names "
        "nowhere but in the caption.",
        (mention.anchor, *(shorten(one, reading) for one in about)),
        (actor.id,),
    )


def _family_name(mention: Mention) -> str:
    """The last word of a name; a label such as "Image" that was run together with it is none."""
    return list_words(_RUN_ON.sub("", mention.name))[-1]


def _is_credit(
    mention: Mention, sentence: Sentence, agencies: tuple[str, ...], reading: Reading
) -> bool:
    """Whether a name is that of who made the picture: after a label, or before an agency."""
    text = reading.text(sentence)
    before = text[: mention.anchor.start - sentence.start].casefold().rstrip(" (")
    after = text[mention.anchor.end - sentence.start :].casefold().lstrip(" ,/|–—-")
    return before.endswith((":", " by", "©")) or before == "by" or after.startswith(agencies)


RULE = Rule(FindingType.IMAGE_TEXT_MISMATCH, Gravity.LOW, notice)
