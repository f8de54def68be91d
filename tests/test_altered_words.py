"""Change one quoted word of an article: every edit that quotes it is named, and nothing is lost."""

import re
from dataclasses import fields, is_dataclass

import pytest

from conftest import ROOT
from dossier.anchors import find_locator
from dossier.edits import load_edits
from dossier.edits.fields import Pointer
from dossier.errors import EditError
from dossier.pipeline import assemble


def pointers_in(value, around=()):
    """Every pointer that says which words it means, with the lines that name it.

    These are its own line and those on which the records around it begin.
    """
    if isinstance(value, Pointer):
        if value.words:
            yield value, {value.where, *around}
    elif isinstance(value, tuple):
        for entry in value:
            yield from pointers_in(entry, around)
    elif is_dataclass(value):
        around = (*around, getattr(value, "where", ""))
        for field in fields(value):
            yield from pointers_in(getattr(value, field.name), around)


POINTERS = dict(pointers_in(load_edits(ROOT)))


class Article:
    """A retold article: its file, and its text without the numbers of lines."""

    def __init__(self, project, dossier, source_id):
        self.dossier = dossier
        self.source = dossier.sources[source_id]
        self.path = project / self.source.path
        self.text = self.path.read_text("utf-8")
        self.body = self.text.index("\n---\n") + 5

    def find(self, pointer):
        """Where the words of a pointer stand in the file, start and end."""
        given = self.dossier.sources, self.dossier.extractions
        (anchor,) = find_locator(pointer.loc, pointer.words, *given, pointer.nth)
        start = self.body
        for _ in range(self.source.text.count(pointer.words, 0, anchor.start)):
            start = self.text.index(pointer.words, start) + len(pointer.words)
        start = self.text.index(pointer.words, start)
        return start, start + len(pointer.words)

    def alter(self, places):
        """Write the article with a letter more at each of some places."""
        text = self.text
        for place in sorted(places, reverse=True):
            text = f"{text[:place]}q{text[place:]}"
        self.path.write_text(text, "utf-8")

    def paragraph_at(self, place):
        """Where the paragraph around a place begins."""
        return self.text.rfind("\n", 0, place)


def inside_a_word(text, start, end):
    """A place within the longest word of a range."""
    longest = max(re.finditer(r"\w+", text[start:end]), key=lambda word: len(word[0]))
    return start + longest.start() + (len(longest[0]) + 1) // 2


def batches_of(article, found):
    """Split the places to alter so that each run alters at most one of a paragraph."""
    left = sorted({inside_a_word(article.text, *place) for place in found.values()})
    while left:
        chosen = {article.paragraph_at(place): place for place in left}
        yield tuple(chosen.values())
        left = [place for place in left if place not in chosen.values()]


def told_of(project):
    """The lines that a run names: of what stops it, or of what it reports."""
    try:
        dossier, _ = assemble(project, earlier=False)
    except EditError as stopped:
        return {line.partition(": ")[0] for line in str(stopped).splitlines()}
    return {one.where for one in dossier.problems}


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_every_edit_that_quotes_an_altered_word_is_named(
    first, first_project, source_id, monkeypatch
):
    """Words that stand a second time in the article are found there, which is reported too.

    What stops a run is named before what was merely found elsewhere.
    """
    monkeypatch.setattr("dossier.edits.fields.MOST_MISTAKES", 1000)
    article = Article(first_project, first, source_id)
    found = {one: article.find(one) for one in POINTERS if one.loc.source == source_id}
    assert len(found) > 40
    tried, silent = set(), set()
    for places in batches_of(article, found):
        article.alter(places)
        told = told_of(first_project)
        hit = {one for one, (s, e) in found.items() if any(s < place < e for place in places)}
        silent |= {one for one in hit if not POINTERS[one] & told}
        tried |= hit
    assert tried == set(found)
    for pointer in sorted(silent, key=lambda one: one.where):
        article.alter([inside_a_word(article.text, *found[pointer])])
        told = told_of(first_project)
        stands = article.path.read_text("utf-8").count(pointer.words, article.body)
        assert POINTERS[pointer] & told or (told and stands == 1), pointer
