"""Cards: what a link leads to, in a few lines, to be read without leaving the page.

A page from a folder may not fetch anything, but it may add a script of its own site. So cards
lie in small scripts beside the pages, which ``chips.js`` adds when somebody rests on a link:
actors and events in so many files that none grows large, sentences in one file a source. A
sentence comes with its neighbour, and only of sources that pages may print whole.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.dates import describe
from dossier.model import Actor, Event, Sentence, Source, SourceId
from dossier.render.book import Book, is_restated
from dossier.render.excerpt import sentence_words
from dossier.render.markdown import flatten
from dossier.render.offices import say_office
from dossier.render.words import capital, count, label, listed
from dossier.vocabulary import PassageKind

FOLDER = "assets/dossier/cards"
MOST_CARDS = 60
"""Cards in one file, about."""

LONGEST_SENTENCE = 320
LONGEST_NEIGHBOUR = 160
_MOST_NAMES = 4
_PRIME = 65521

_EVIDENCE = re.compile(r'<a class="chip chip-evidence" href="[^"#]*?([\w-]+)\.html#([\w-]+)"')

Lines = Sequence[str]


def render_cards(book: Book, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Write the scripts that hold the cards.

    Args:
        book: The dossier.
        pages: Every page's text by path; they say which sentences are cited.

    Yields:
        Path under ``docs/`` and text of each.
    """
    cards = {f"actors/{actor.id}": _actor(book, actor) for actor in book.published_actors()}
    cards |= {f"events/{event.id}": _event(book, event) for event in book.dossier.events.values()}
    files = 1
    while files * MOST_CARDS < len(cards):
        files *= 2
    yield f"{FOLDER}/index.js", f"dossierCards({files});\n"
    held: dict[int, dict[str, Lines]] = {number: {} for number in range(files)}
    for key in sorted(cards):
        held[find_file(key, files)][key] = cards[key]
    for number, group in held.items():
        yield f"{FOLDER}/{number}.js", _script(group)
    cited = _find_cited(pages.values())
    for source in book.dossier.sources.values():
        if book.shows_whole(source) and source.id in cited:
            yield f"{FOLDER}/source-{source.id}.js", _script(_sentences(book, source, cited))


def find_file(key: str, files: int) -> int:
    """Tell which of so many files holds a card; ``chips.js`` computes the same."""
    number = 0
    for letter in key:
        number = (number * 31 + ord(letter)) % _PRIME
    return number % files


def _script(cards: Mapping[str, Lines]) -> str:
    lines = [f"{json.dumps(key)}:{json.dumps(cards[key], ensure_ascii=False)}" for key in cards]
    return "dossierCards({\n" + ",\n".join(lines) + "\n});\n"


def _actor(book: Book, actor: Actor) -> Lines:
    role = actor.roles[-1] if actor.roles else None
    held = capital(say_office(role)) if role else ""
    if role is not None and role.as_of is not None:
        held = f"{held}, as of {describe(role.as_of)}"
    events = {event.id for event, _ in book.parts.get(actor.id, ())}
    counts = [count(len(events), "event")] if events else []
    counts.append(count(book.times_named[actor.id], "mention"))
    kind = label(actor.kind) if actor.named else f"{label(actor.kind)}, not named"
    return _lines(actor.name, _dotted([kind, actor.side]), held, _dotted(counts))


def _event(book: Book, event: Event) -> Lines:
    when = capital(describe(event.dating.value)) if event.dating else "Undated"
    place = book.dossier.places.get(event.place_id or "")
    where = ", ".join(filter(None, (place.name, place.within))) if place else ""
    actors = book.dossier.actors
    names = [
        actors[part.actor_id].name if part.actor_id and part.actor_id in actors else part.label
        for part in event.participants
    ]
    named = list(dict.fromkeys(filter(None, names)))
    rest = len(named) - _MOST_NAMES
    shown = [*named[:_MOST_NAMES], *([f"{rest} more"] if rest > 0 else [])]
    kinds = [label(event.event_type), label(event.status)]
    return _lines(event.title, _dotted([when, where]), _dotted(kinds), listed(shown))


def _sentences(
    book: Book, source: Source, cited: Mapping[SourceId, frozenset[str]]
) -> Mapping[str, Lines]:
    """Cited sentences of a source, each with the source, the one before it, or else the one after.

    The order is not the article's: a script holds cards, not a text to be read on.
    """
    published = book.dossier.calendar.published.get(source.id)
    when = describe(published.value) if published else "undated"
    told = [when, source.publisher.value, source.title.value or source.path]
    found: dict[str, Lines] = {}
    held = book.dossier.extractions[source.id].sentences
    for place, sentence in enumerate(held):
        fragment = book.fragments[sentence.id]
        if fragment not in cited[source.id]:
            continue
        before = _beside(book, held[place - 1], sentence) if place else ""
        after = "" if before or place + 1 == len(held) else held[place + 1]
        found[fragment] = (
            _quoted(source, sentence_words(book, sentence, LONGEST_SENTENCE), LONGEST_SENTENCE),
            ", ".join(filter(None, told)),
            before,
            _beside(book, after, sentence) if isinstance(after, Sentence) else "",
        )
    return {f"sources/{source.id}#{fragment}": lines for fragment, lines in found.items()}


def _beside(book: Book, other: Sentence, sentence: Sentence) -> str:
    """A neighbour in the same paragraph or the next one, cut short; no headline."""
    passages = book.dossier.sources[other.source_id].passages
    is_headline = passages[other.passage].kind is PassageKind.TITLE
    if is_headline or abs(other.passage - sentence.passage) > 1:
        return ""
    return _cut(sentence_words(book, other, LONGEST_NEIGHBOUR), LONGEST_NEIGHBOUR)


def _quoted(source: Source, words: str, most: int) -> str:
    words = _cut(words, most)
    return words if is_restated(source) else f"“{words}”"


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def _find_cited(texts: Iterable[str]) -> Mapping[SourceId, frozenset[str]]:
    cited: dict[SourceId, set[str]] = {}
    for text in texts:
        for source_id, fragment in _EVIDENCE.findall(text):
            cited.setdefault(source_id, set()).add(fragment)
    return {key: frozenset(fragments) for key, fragments in cited.items()}


def _dotted(parts: Iterable[str]) -> str:
    return " · ".join(filter(None, parts))


def _lines(*lines: str) -> Lines:
    return [flatten(line) for line in lines if line]
