"""The days of the first dossier's words, from its restatements and from the originals."""

from pathlib import Path

import pytest

from dossier.extract import extract_source
from dossier.read import read_articles
from dossier.resolve.dating.dates import resolve_dates
from dossier.resolve.identity.actors import resolve_actors
from dossier.settings import load_settings

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
"""The originals, which are not part of the project."""

EXPECTED = {
    "000": {
        "this weekend": {"[2025-05-10..2025-05-11]"},
        "later this month": {"[2025-05-12..2025-05-31]"},
        "August 15, 2021": {"2021-08-15"},
        "that year": {"2021"},
        "at the time": {"2022"},
        "almost a year after": {"2022-05~"},
    },
    "001": {
        "Wednesday": {"2021-07-28"},
        "Sunday into Monday": {"2021-07-25/2021-07-26"},
        "July 28, 2021": {"2021-07-28"},
    },
    "004": {
        "Sunday": {"2021-08-15"},
        "Monday": {"2021-08-16"},
        "Sunday night": {"2021-08-15"},
        "late last month": {"[2021-07-21..2021-07-31]"},
        "late July": {"[2021-07-21..2021-07-31]"},
        "June": {"2021-06"},
        "this weekend": {"[2021-08-14..2021-08-15]"},
        "nearly 20 years after": {"2001~"},
        "the 1990s": {"199X"},
    },
}


def project(kind, tmp_path):
    """The restated articles of this project, or the originals they restate."""
    here = Path(__file__).parents[1]
    if kind == "restated":
        return here
    if not SEEDS.is_dir():
        pytest.skip("the originals are not here")
    articles = tmp_path / "seeds" / "articles"
    articles.mkdir(parents=True)
    for path in SEEDS.glob("*.txt"):
        (articles / path.name).write_bytes(path.read_bytes())
    settings = (here / "seeds" / "dossier.yml").read_bytes()
    (tmp_path / "seeds" / "dossier.yml").write_bytes(settings)
    return tmp_path


def date_project(root, without=()):
    settings = load_settings(root)
    sources, _ = read_articles(root, settings)
    sources = [source for source in sources if source.id not in without]
    extractions = [extract_source(source, settings.lexicon) for source in sources]
    actors, _ = resolve_actors(sources, extractions, settings.lexicon)
    calendar, problems = resolve_dates(sources, extractions, actors, settings.lexicon)
    return extractions, calendar, problems


@pytest.mark.parametrize("kind", ["restated", "original"])
def test_dates_of_the_first_dossier(kind, tmp_path):
    extractions, calendar, problems = date_project(project(kind, tmp_path))
    found = {}
    for extraction in extractions:
        for timex in extraction.timexes:
            if timex.id in calendar.timexes:
                values = found.setdefault(extraction.source_id, {})
                edtf = calendar.timexes[timex.id].value.edtf
                values.setdefault(timex.anchor.exact, set()).add(edtf)
    for source, values in EXPECTED.items():
        assert {words: found[source].get(words) for words in values} == values
    assert problems == ()


@pytest.mark.parametrize("kind", ["restated", "original"])
def test_undated_article_is_dated_by_another_and_says_so(kind, tmp_path):
    _, calendar, _ = date_project(project(kind, tmp_path))
    dating = calendar.published["004"]
    assert dating.value.edtf == "[2021-08-16..2021-08-21]"
    assert dating.basis.value == "cross-source"
    assert dating.weekday_check
    assert "Only the weekday is an independent check" in dating.steps[-1].text
    assert {anchor.source_id for step in dating.steps for anchor in step.anchors} == {"000", "004"}


@pytest.mark.parametrize("kind", ["restated", "original"])
def test_without_the_article_that_dates_it_only_its_own_words_are_left(kind, tmp_path):
    _, calendar, _ = date_project(project(kind, tmp_path), without={"000"})
    assert calendar.published["004"].value.edtf == "[2021-08,2022-08]"
    assert calendar.published["004"].basis.value == "arithmetic"
