"""Dating: articles with and without a date, and the steps that lead to a value."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.anchors import make_anchor
from dossier.dates import parse_edtf
from dossier.extract.sentences import find_sentences
from dossier.extract.timex.find import find_timexes
from dossier.ids import make_id
from dossier.model import (
    Actor,
    EventMention,
    Extraction,
    Fact,
    Mention,
    TimeExpression,
)
from dossier.resolve.dating.calendar import date_expression, shift_months, unit_around
from dossier.resolve.dating.dates import resolve_dates
from dossier.resolve.dating.days import make_days, unite, value_of
from dossier.settings import load_lexicon
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    Direction,
    EventType,
    FactBasis,
    MentionForm,
    Modality,
    PassageKind,
    TimexForm,
)
from standins import make_source

LEXICON = load_lexicon(None)
DAYS = st.dates(date(1905, 1, 1), date(2090, 12, 31))


class Story:
    """The articles of a case, with mentions wherever an actor's name stands."""

    def __init__(self, data):
        self.actors, self.sources, self.extractions = {}, [], []
        for name, kind in data.get("actors", {}).items():
            self.actors[name] = Actor(name.lower(), ActorKind(kind), name)
        for key, article in data["articles"].items():
            self._add(key, article)

    def _add(self, key, article):
        lines = ["Headline", *article["text"]]
        source = make_source(key, "\n".join(lines), str(article.get("published", "")))
        if "line" in article:
            fact = replace(source.published, line=article["line"])
            source = replace(source, published=fact)
        sentences = find_sentences(source, LEXICON)
        timexes = find_timexes(source, sentences, LEXICON)
        mentions = self._mentions(source, sentences)
        reports = tuple(
            self._report(source, sentences, timexes, one) for one in article.get("tells", ())
        )
        self.sources.append(source)
        self.extractions.append(Extraction(key, sentences, mentions, timexes, (), reports))

    def _mentions(self, source, sentences):
        found = []
        for name, actor in self.actors.items():
            start = source.text.find(name)
            while start >= 0:
                anchor = make_anchor(source, start, start + len(name))
                one = Mention(
                    make_id("m", source.id, start, name),
                    anchor,
                    self._sentence(sentences, start).id,
                    name,
                    MentionForm.NAME,
                    actor.kind,
                )
                found.append(one)
                self.actors[name] = replace(
                    self.actors[name], mention_ids=(*self.actors[name].mention_ids, one.id)
                )
                start = source.text.find(name, start + 1)
        return tuple(sorted(found, key=lambda one: one.anchor.start))

    def _report(self, source, sentences, timexes, told):
        start = source.text.index(told["words"])
        anchor = make_anchor(source, start, start + len(told["words"]))
        sentence = self._sentence(sentences, start)
        when = next(
            (one.id for one in timexes if one.anchor.exact == told.get("when")),
            None,
        )
        return EventMention(
            make_id("em", source.id, start),
            make_anchor(source, sentence.start, sentence.end),
            sentence.id,
            anchor,
            EventType(told["type"]),
            (),
            when,
            Modality(told.get("modality", "happened")),
            "",
            None,
            1.0,
        )

    @staticmethod
    def _sentence(sentences, position):
        return next(one for one in sentences if one.start <= position < one.end)

    def resolve(self):
        return resolve_dates(self.sources, self.extractions, tuple(self.actors.values()))


def tell(case):
    """Lay out what a story comes to, in the words a reader gets."""
    story = Story(case.data)
    calendar, problems = story.resolve()
    published = {
        key: [f"{dating.value.edtf} ({dating.basis.value})", *(step.text for step in dating.steps)]
        for key, dating in calendar.published.items()
    }
    dates = {
        extraction.source_id: [
            f"{timex.anchor.exact} = {calendar.timexes[timex.id].value.edtf} "
            f"({calendar.timexes[timex.id].basis.value})"
            for timex in extraction.timexes
            if timex.id in calendar.timexes
        ]
        for extraction in story.extractions
    }
    return {
        "published": published,
        "dates": dates,
        "problems": [f"{problem.code} {problem.message}" for problem in problems],
    }


@pytest.mark.cases("dating_undated")
def test_articles_without_a_date(case):
    case.expect(tell(case))


@pytest.mark.cases("dating_contradictions")
def test_contradictions_are_reported(case):
    case.expect(tell(case))


@pytest.mark.cases("dating_chain")
def test_days_are_lent_on_from_article_to_article(case):
    case.expect(tell(case))


def test_without_its_source_a_chain_falls_back():
    path = Path(__file__).parent / "cases" / "dating_chain" / "three-articles.yml"
    data = yaml.safe_load(path.read_text("utf-8"))
    whole = Story(data).resolve()[0]
    assert set(whole.published) == {"a", "b", "c"}
    steps = " ".join(step.text for step in whole.published["c"].steps)
    assert "a dates what it tells" in steps
    del data["articles"]["a"]
    calendar, problems = Story(data).resolve()
    assert calendar.published == {}
    assert [problem.code for problem in problems] == ["D305", "D305"]


def test_the_order_of_articles_does_not_matter_to_a_chain():
    path = Path(__file__).parent / "cases" / "dating_chain" / "three-articles.yml"
    data = yaml.safe_load(path.read_text("utf-8"))
    forward = Story(data).resolve()[0].published
    data["articles"] = dict(reversed(data["articles"].items()))
    assert Story(data).resolve()[0].published == forward


def test_a_day_from_a_file_name_says_so():
    story = Story({"articles": {"a": {"published": "2019-06-02", "text": ["It sank on Friday."]}}})
    named = replace(story.sources[0].published, basis=FactBasis.INFERRED, line=None)
    story.sources[0] = replace(story.sources[0], published=named)
    calendar, _ = story.resolve()
    assert calendar.published["a"].basis is DateBasis.FILE_NAME
    (dating,) = calendar.timexes.values()
    assert dating.basis is DateBasis.FILE_NAME
    assert "by the name of its file alone" in dating.steps[0].text


@pytest.mark.cases("dating_steps")
def test_steps_say_how_a_value_follows(case):
    story = Story(case.data)
    calendar, _ = story.resolve()
    case.expect(
        {
            timex.anchor.exact: [step.text for step in calendar.timexes[timex.id].steps]
            for timex in story.extractions[0].timexes
            if timex.id in calendar.timexes
        }
    )


def test_line_that_names_another_weekday_is_reported():
    source = make_source("a", "Ferry lost\nMonday, May 22, 2019\nIt sank.", "2019-05-22")
    title, line, body = source.passages
    source = replace(
        source,
        published=Fact("2019-05-22", FactBasis.STATED, line=2),
        passages=(title, replace(line, kind=PassageKind.DATELINE), body),
    )
    sentences = find_sentences(source, LEXICON)
    extraction = Extraction("a", sentences, (), find_timexes(source, sentences, LEXICON), (), ())
    calendar, problems = resolve_dates([source], [extraction], ())
    assert calendar.published["a"].weekday_check == (
        "22 May 2019 is a Wednesday, but the line says Monday."
    )
    assert [problem.code for problem in problems] == ["D301"]
    assert calendar.published["a"].anchors[0].exact == "Monday, May 22, 2019"


def test_a_weekday_of_the_story_is_not_that_of_its_dateline():
    source = make_source(
        "a", "Ferry lost\nOSK, May 22, 2019 (Agency) - It sank on Monday.", "2019-05-22"
    )
    source = replace(source, published=Fact("2019-05-22", FactBasis.STATED, line=2))
    sentences = find_sentences(source, LEXICON)
    extraction = Extraction("a", sentences, (), find_timexes(source, sentences, LEXICON), (), ())
    calendar, problems = resolve_dates([source], [extraction], ())
    assert calendar.published["a"].anchors[0].exact == "OSK, May 22, 2019 (Agency)"
    assert problems == ()


def test_order_of_articles_does_not_matter():
    data = {
        "actors": {"Guard": "organization"},
        "articles": {
            "a": {
                "published": "2019-06-02",
                "text": ["The Guard has ruled since May 14, 2019, when the cabinet fell."],
                "tells": [{"words": "cabinet fell", "type": "takeover"}],
            },
            "b": {
                "text": ["The Guard seized power on Tuesday."],
                "tells": [{"words": "seized power", "type": "takeover", "when": "Tuesday"}],
            },
        },
    }
    forward = Story(data)
    backward = Story({**data, "articles": dict(reversed(data["articles"].items()))})
    assert forward.resolve()[0].published["b"] == backward.resolve()[0].published["b"]
    assert forward.resolve()[0].published["b"].value.edtf == "[2019-05-14..2019-05-20]"


# --- arithmetic ---------------------------------------------------------------------------------


@given(DAYS, st.integers(0, 6), st.sampled_from(Direction))
def test_weekday_is_within_a_week_on_the_right_side(day, weekday, direction):
    expression = TimeExpression(TimexForm.WEEKDAY, weekday=weekday, direction=direction)
    value = date_expression(expression, day)
    assert value.start.weekday() == weekday
    if direction is Direction.NEAREST and value.start != day:
        assert value.is_one_of
        assert (value.latest - value.start).days == 7
        return
    assert value.is_day
    away = (value.start - day).days
    if direction is Direction.PLANNED:
        assert -3 <= away <= 3
        return
    assert 0 <= away < 7 if direction is Direction.FUTURE else -7 < away <= 0


@given(DAYS, st.sampled_from([-1, 1]), st.integers(0, 6))
def test_last_and_next_weekday_are_never_the_day_itself(day, amount, weekday):
    direction = Direction.PAST if amount < 0 else Direction.FUTURE
    expression = TimeExpression(
        TimexForm.WEEKDAY, weekday=weekday, amount=amount, direction=direction
    )
    assert date_expression(expression, day).start != day


UNITS = st.sampled_from(["day", "weekend", "week", "month", "quarter", "year", "decade", "century"])
PARTS = st.sampled_from(["", "early", "mid", "late", "end", "earlier", "later"])


@given(DAYS, UNITS, st.integers(-3, 3), PARTS, st.sampled_from(Direction))
def test_relative_values_are_written_as_they_count(day, unit, amount, part, direction):
    expression = TimeExpression(
        TimexForm.RELATIVE, unit=unit, amount=amount, part=part, direction=direction
    )
    value = date_expression(expression, day)
    assert parse_edtf(value.edtf) == value
    if part in ("earlier", "later") and amount == 0 and unit not in ("day", "weekend"):
        assert value.start <= day <= value.latest


@given(DAYS, UNITS)
def test_unit_holds_its_day(day, unit):
    value = unit_around(day, unit)
    if unit != "weekend":
        assert value.start <= day < value.end
    assert parse_edtf(value.edtf) == value


@given(DAYS, st.integers(-600, 600))
def test_months_shift_to_the_same_day_or_the_last(day, months):
    shifted = shift_months(day, months)
    assert (shifted.year - day.year) * 12 + shifted.month - day.month == months
    assert shifted.day == day.day or (shifted + timedelta(days=1)).day == 1


RUNS = st.lists(
    st.tuples(DAYS, st.integers(1, 90)).map(lambda t: (t[0], t[0] + timedelta(days=t[1]))),
    max_size=6,
)


@given(RUNS, RUNS)
def test_sets_of_days_intersect_and_unite_as_sets(left, right):
    one, other = make_days(left), make_days(right)
    assert set(one & other) == set(one) & set(other)
    assert set(one | other) == set(one) | set(other)
    assert len(one) == len(set(one))


@given(RUNS)
def test_value_of_days_leaves_none_out(runs):
    days = make_days(runs)
    value = value_of(days)
    assert (value is None) == (not days)
    if value is not None:
        assert parse_edtf(value.edtf) == value
        assert all(value.start <= day < value.end for day in days)


@given(st.lists(DAYS, min_size=1, max_size=5))
def test_union_of_one_value_is_that_value(days):
    values = [parse_edtf(day.isoformat()) for day in days]
    united = unite(values)
    assert all(united.start <= day < united.end for day in days)
    if len(set(days)) == 1:
        assert united == values[0]
