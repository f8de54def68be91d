"""Speakers in the three originals of the first dossier, which are not kept here.

The articles and what they hold lie beside the project, if anywhere; without them there is
nothing to compare and the test says so.
"""

from pathlib import Path

import pytest
import yaml

from dossier.extract import extract_source
from dossier.read import read_articles
from dossier.resolve.identity.actors import resolve_actors
from dossier.resolve.quotations import resolve_quotations
from dossier.settings import load_settings
from dossier.vocabulary import QuoteKind

SHARED = Path(__file__).parents[2] / "shared"
CONTENT = SHARED / "content" / "china-taliban.yml"
SPEAKER_FLOOR = 0.8
_AT_A_DISTANCE = {QuoteKind.SCARE, QuoteKind.TITLE}


@pytest.fixture(scope="module")
def quotations(tmp_path_factory):
    if not CONTENT.is_file():
        pytest.skip(f"the originals are not beside the project ({SHARED} is missing)")
    project = tmp_path_factory.mktemp("originals")
    articles = project / "seeds" / "articles"
    articles.mkdir(parents=True)
    (project / "seeds" / "dossier.yml").write_text("title: Originals\n", "utf-8")
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        (articles / path.name).write_bytes(path.read_bytes())
    settings = load_settings(project)
    sources, _ = read_articles(project, settings)
    extractions = tuple(extract_source(source, settings.lexicon) for source in sources)
    actors, _ = resolve_actors(sources, extractions, settings.lexicon)
    names = {actor.id: actor for actor in actors}
    found = resolve_quotations(sources, extractions, actors, ())
    return [
        (quotation, {name for one in quotation.speaker_ids for name in _names(names[one])})
        for quotation in found
    ]


def _names(actor):
    return {actor.name, *(alias.name for alias in actor.aliases)}


def _key(text):
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def judge(content, quotations):
    """One line for each quotation and scare quote that the content lists: right or not."""
    known = {
        actor["id"]: {actor["name"], *actor.get("aliases", ())}
        for group in content["actors"].values()
        for actor in group
        if "id" in actor
    }
    verdicts = []
    for entry in content["quotations"]:
        wanted = entry["speaker"] if isinstance(entry["speaker"], list) else [entry["speaker"]]
        for place in entry["at"]:
            hit = _find(quotations, place["loc"][:3], place["words"])
            said_by = {*hit[1], hit[0].speaker_label} if hit else set()
            keys = {_key(name) for name in said_by if name}
            right = all(_is_named(known.get(one, {one}), keys) for one in wanted)
            verdicts.append((entry["id"], right, sorted(said_by), wanted))
    for entry in content["scare_quotes"]:
        term = entry["term"].removesuffix(" (headline)")
        hit = _find(quotations, entry["src"], term, whole=True)
        right = bool(hit) and hit[0].kind in _AT_A_DISTANCE and not hit[1]
        verdicts.append((f"scare {entry['src']} {term}", right, [], []))
    return verdicts


def _find(quotations, source_id, words, *, whole=False):
    key = _key(words)
    for quotation, names in quotations:
        texts = [_key(one.exact) for one in quotation.anchors if one.source_id == source_id]
        if any(text == key if whole else key in text for text in texts):
            return quotation, names
    return None


def _is_named(names, said_by):
    """Whether some name of an actor and some name found hold each other."""
    keys = {_key(name) for name in names}
    return any(left in right or right in left for left in keys for right in said_by)


def test_speakers_of_the_originals_reach_their_floor(quotations):
    verdicts = judge(yaml.safe_load(CONTENT.read_text("utf-8")), quotations)
    wrong = [verdict for verdict in verdicts if not verdict[1]]
    assert len(verdicts) >= 25
    assert 1 - len(wrong) / len(verdicts) >= SPEAKER_FLOOR, wrong
