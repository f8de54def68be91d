"""The second recogniser: what a model may add, and that nothing but the published one is used."""

import importlib.metadata
import importlib.util
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import SettingsError
from dossier.extract import extract_source, spacy_reader
from dossier.extract.names.find import find_mentions
from dossier.extract.recognizers import RULES, Spacy, load_recognizer, make_recognizer
from dossier.extract.sentences import find_sentences
from dossier.extract.spacy_model import DISTRIBUTION, PACKAGE, check_model, read_digests
from dossier.extract.spacy_reader import Entity
from dossier.settings import Settings, load_lexicon, load_settings
from dossier.vocabulary import MentionForm
from standins import make_source

LEXICON = load_lexicon(None)
ROOT = Path(__file__).parents[1]
INSTALLED = importlib.util.find_spec("spacy") and importlib.util.find_spec(spacy_reader.MODULE)


class Labels:
    """Stands in for the model: it sees the words it is told, wherever they stand.

    A label may be a mapping for words inside a longer phrase.
    """

    version = "stand-in"

    def __init__(self, labels):
        self.labels = labels
        self.read_lengths = []

    def read(self, passages):
        return [self.see(passage) for passage in passages]

    def see(self, passage):
        self.read_lengths.append(len(passage))
        found = {}
        for words, label in self.labels.items():
            for match in re.finditer(rf"\b{re.escape(words)}\b", passage):
                for part, kind in label.items() if isinstance(label, dict) else [(words, label)]:
                    start = match.start() + words.index(part)
                    found.setdefault(start, Entity(start, start + len(part), kind))
        return tuple(found[start] for start in sorted(found))


def mentions_of(text, recognizer):
    source = make_source("001", text if "\n" in text else f"what happened\n{text}", "2030-05-02")
    return find_mentions(source, find_sentences(source, LEXICON), (), LEXICON, recognizer)


def say(mention):
    line = f"{mention.name} <{mention.kind or '?'}>"
    if mention.title:
        line += f" = {mention.title}"
    return line


@pytest.mark.cases("names_model")
def test_what_a_model_may_decide(case):
    actual = []
    for one in case["cases"]:
        found = mentions_of(one["text"], Spacy(Labels(one["model"])))
        names = [say(mention) for mention in found if mention.form is MentionForm.NAME]
        actual.append(dict(one, expected=names))
    assert actual == case["cases"]


NAMES = ["Torvane", "Quorvel", "Orrin", "Vale", "Ghana", "Ministry", "University", "Captain"]
WORDS = st.sampled_from([*NAMES, "the", "of", "and", "in", "said", ".", ",", "“", "”", "\n"])


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=60)
def test_a_model_that_sees_nothing_changes_no_name_but_in_lists(words):
    text = "what happened\n" + " ".join(words).replace(",", "").replace(" and ", " but ")
    without = list(mentions_of(text, RULES))
    assert list(mentions_of(text, Spacy(Labels({})))) == without


@given(
    st.lists(WORDS, max_size=40),
    st.dictionaries(
        st.lists(WORDS, min_size=1, max_size=3).map(" ".join).filter(str.strip),
        st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "FAC", "LAW", "DATE"]),
        max_size=4,
    ),
)
@settings(max_examples=100)
def test_whatever_a_model_sees_names_quote_the_text_and_never_overlap(words, labels):
    text = "what happened\n" + " ".join(words)
    source = make_source("001", text, "2030-05-02")
    found = mentions_of(text, Spacy(Labels(labels)))
    names = [m.anchor for m in found if m.form in {MentionForm.NAME, MentionForm.ADJECTIVE}]
    assert all(source.text[one.start : one.end] == one.exact for one in names)
    assert all(a.end <= b.start for a, b in pairwise(names))


def test_long_lines_are_left_to_the_rules_and_long_paragraphs_read_in_parts():
    reader = Labels({"Torvane": "PERSON"})
    line = "Torvane " * 10_000
    paragraph = "The keeper fed Torvane before the show. " * 1_000
    mentions_of(f"what happened\n{line}\n\n{paragraph}", Spacy(reader))
    assert max(reader.read_lengths) <= 20_000
    assert sum(reader.read_lengths) >= 0.9 * len(paragraph)
    assert sum(reader.read_lengths) < len(paragraph) + 1_000


def test_the_recogniser_reaches_everything_after_it():
    source = make_source("001", "what happened\n“We leave,” said Torvane.", "2030-05-02")
    found = extract_source(source, LEXICON, Spacy(Labels({"Torvane": "PERSON"})))
    kinds = {m.name: m.kind for m in found.mentions}
    assert kinds["Torvane"] == "person"


def test_an_unknown_recogniser_lists_the_known_ones(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/dossier.yml").write_text("title: T\nrecognizer: magic\n", "utf-8")
    with pytest.raises(SettingsError, match="'magic' is not one of rules, spacy"):
        load_settings(tmp_path)


def test_rules_need_nothing_and_are_the_default():
    assert make_recognizer(Settings("T")) is RULES
    assert RULES.name == "rules"


@pytest.fixture
def nothing_made():
    load_recognizer.cache_clear()
    yield
    load_recognizer.cache_clear()


@pytest.mark.usefixtures("nothing_made")
def test_without_spacy_the_run_stops_and_says_what_to_run(monkeypatch):
    def absent(name):
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", absent)
    with pytest.raises(SettingsError, match=r"not installed \(run 'make setup-spacy'"):
        make_recognizer(Settings("T", recognizer="spacy"))


@pytest.mark.usefixtures("nothing_made")
def test_another_series_of_spacy_stops_the_run(monkeypatch):
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "3.7.5")
    with pytest.raises(SettingsError, match=r"needs spaCy 3\.8\.x, not 3\.7\.5"):
        make_recognizer(Settings("T", recognizer="spacy"))


@pytest.mark.usefixtures("nothing_made")
def test_without_the_model_the_run_stops(monkeypatch):
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "3.8.18")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=f"needs {DISTRIBUTION} .* not installed"):
        make_recognizer(Settings("T", recognizer="spacy"))


def test_a_model_with_other_weights_stops_the_run(tmp_path):
    first, *_ = read_digests()
    with pytest.raises(SettingsError, match=f"{first}' is missing"):
        check_model(tmp_path)
    path = tmp_path / first
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"other weights")
    with pytest.raises(SettingsError, match=r"is not the published one .*make setup-spacy"):
        check_model(tmp_path)


def test_the_lock_installs_the_package_that_the_digests_come_from():
    lock = (ROOT / "requirements/spacy.lock").read_text("utf-8")
    _, _, entry = lock.partition(f"{DISTRIBUTION}==")
    assert re.findall(r"--hash=sha256:(\w+)", entry.split("\n\n")[0].split("\nfilelock")[0])[0] == (
        PACKAGE
    )
    assert {"ner/model", "vocab/strings.json", "tokenizer", "config.cfg"} <= set(read_digests())


@pytest.mark.skipif(not INSTALLED, reason="the extra 'spacy' is not installed")
def test_the_installed_model_is_the_published_one_and_reads_alike_twice():
    recognizer = make_recognizer(Settings("T", recognizer="spacy"))
    assert recognizer is make_recognizer(Settings("T", recognizer="spacy"))
    assert DISTRIBUTION in recognizer.version
    text = "what happened\nThe ferry company sued Jonathan Whitcombe in Rotterdam last spring."
    found = [say(one) for one in mentions_of(text, recognizer)]
    assert "Jonathan Whitcombe <person>" in found
    assert found == [say(one) for one in mentions_of(text, recognizer)]
