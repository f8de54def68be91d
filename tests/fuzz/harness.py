"""What must hold for any bytes at all, one function a part of the program.

A harness takes bytes and returns nothing; whatever it raises is a finding. ``make fuzz`` feeds
them what coverage leads to, ``test_fuzz.py`` what was found and kept.
"""

import unicodedata
from functools import cache

from dossier.anchors import locator_of, resolve_anchor
from dossier.dates import DateValue, describe, overlaps, parse_edtf, sort_key
from dossier.edits.load import FILES, parse_edit_file
from dossier.errors import EditError
from dossier.extract import extract_source
from dossier.ids import slugify
from dossier.model import Source
from dossier.read.articles import read_article
from dossier.read.datelines import parse_dateline
from dossier.read.files import FORMATS, ArticleFile
from dossier.read.html import find_excess, strip_tags
from dossier.read.markdown import strip_markdown
from dossier.read.named_days import parse_name_date
from dossier.read.normalize import normalize, position_before
from dossier.read.words import compile_words
from dossier.settings import load_lexicon
from dossier.yamlfile import parse_yaml

ENDINGS = tuple(FORMATS)


@cache
def lexicon():
    return load_lexicon(None)


@cache
def words():
    return compile_words(lexicon())


def read(content, ending):
    file = ArticleFile(f"seeds/articles/a{ending}", FORMATS[ending], content)
    source, problems = read_article(file, words())
    assert source is not None or problems
    assert all(problem.where.startswith(file.path) for problem in problems)
    assert all(problem.message for problem in problems)
    return source


def check_source(source):
    end = 0
    for index, passage in enumerate(source.passages):
        assert passage.index == index
        assert end <= passage.start < passage.end <= len(source.text)
        assert 1 <= passage.first_line <= passage.last_line <= source.lines
        end = passage.end
    assert unicodedata.is_normalized("NFC", source.text)
    assert slugify(source.id) == source.id or source.id.isdecimal()


def fuzz_reading(content):
    """Any file is refused with a reason, or read into passages that lie in its text."""
    if not content:
        return
    source = read(content[1:], ENDINGS[content[0] % len(ENDINGS)])
    if source is not None:
        check_source(source)


def fuzz_cleaning(content):
    """Cleaning again changes nothing, and every position leads back into the file."""
    text = content.decode("utf-8", "surrogateescape" if content[:1] == b"\xed" else "replace")
    clean = normalize(text)
    assert normalize(clean.text).text == clean.text
    places = [position_before(clean.shifts, n) for n in range(len(clean.text) + 1)]
    assert places == sorted(places)
    assert not places or 0 <= places[0] <= places[-1] <= len(text)
    stripped = strip_markdown(clean.text)
    assert len(stripped.text) <= len(clean.text) + 1
    assert stripped.text.count("\n") == clean.text.count("\n")
    find_excess(clean.text)
    strip_tags(clean.text)


def check_date(value):
    assert isinstance(value, DateValue)
    assert value.start < value.end
    assert parse_edtf(value.edtf) == value
    assert describe(value)
    assert overlaps(value, value)
    assert sort_key(value)


def fuzz_dates(content):
    """Any text is a date or none; a date means at least a day and reads back from its own words."""
    text = content.decode("utf-8", "replace")
    try:
        value = parse_edtf(text)
    except ValueError:
        pass
    else:
        check_date(value)
    named = parse_name_date(text)
    if named is not None:
        check_date(named)
    for printed in parse_dateline(" ".join(text.split())):
        check_date(printed.value)
    source = read(content, ".txt") if content else None
    if isinstance(source, Source):
        for timex in extract_source(source, lexicon()).timexes:
            assert resolve_anchor(source, timex.anchor) == (timex.anchor.start, timex.anchor.end)
            if timex.expression.edtf and "XXXX" not in timex.expression.edtf:
                check_date(parse_edtf(timex.expression.edtf))


def fuzz_quotes(content):
    """Whatever is found stands where it says, once, inside a sentence that has a locator."""
    source = read(content, ".txt") if content else None
    if source is None:
        return
    found = extract_source(source, lexicon())
    for kind, anchors in {
        "mention": [one.anchor for one in found.mentions],
        "quote": [one.content for one in found.quotes],
        "report": [one.anchor for one in found.event_mentions],
    }.items():
        for anchor in anchors:
            assert source.text[anchor.start : anchor.end] == anchor.exact, kind
            assert anchor.exact.strip(), kind
            assert locator_of(anchor, source, found).startswith(f"{source.id}:L"), kind
    ids = [one.id for one in (*found.mentions, *found.quotes, *found.event_mentions)]
    assert len(ids) == len(set(ids))


def fuzz_yaml(content):
    """A file of edits is understood, or refused by its name and line."""
    if not content:
        return
    names = sorted(FILES)
    name = names[content[0] % len(names)]
    name = name if name.endswith(".yml") else f"{name}/a.yml"
    shown = f"seeds/edits/{name}"
    text = content[1:].decode("utf-8", "replace")
    told = ""
    try:
        parse_edit_file(name, parse_yaml(text, shown_as=shown))
    except EditError as error:
        told = str(error)
    if told:
        assert told.startswith(f"{shown}:")
        assert told.partition(f"{shown}:")[2].split(":")[0].isdecimal()


TARGETS = {
    "reading": fuzz_reading,
    "cleaning": fuzz_cleaning,
    "dates": fuzz_dates,
    "quotes": fuzz_quotes,
    "yaml": fuzz_yaml,
}
