"""What tests of reading share: a file read, a folder laid out, a source shown."""

import re
import unicodedata
from pathlib import Path

from dossier.read.articles import read_article
from dossier.read.files import ArticleFile
from dossier.read.words import compile_words
from dossier.settings import Settings, load_lexicon
from dossier.vocabulary import SourceFormat

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
LEXICON = load_lexicon(None)
WORDS = compile_words(LEXICON)
SETTINGS = Settings(title="Westmere", lexicon=LEXICON)
FORMATS = {".txt": SourceFormat.TEXT, ".md": SourceFormat.MARKDOWN, ".html": SourceFormat.HTML}
PROSE = "The harbour board voted on Tuesday to open the new quay in May, and the town was glad."
OTHER = "A court had ordered both sides back to the table in January, after two long hearings."


def read(text, name="quay.txt"):
    content = text if isinstance(text, bytes) else text.encode()
    suffix = Path(name).suffix
    return read_article(ArticleFile(f"seeds/articles/{name}", FORMATS[suffix], content), WORDS)


def lay_out(folder, files):
    articles = folder / "seeds" / "articles"
    articles.mkdir(parents=True)
    for name, content in files.items():
        path = articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return articles


def codes(problems):
    return [problem.code for problem in problems]


def show_fact(fact):
    line = f", L{fact.line}" if fact.line else ""
    note = f": {fact.note}" if fact.note else ""
    return f"{fact.value or '-'} ({fact.basis}{line}{note})"


def show_passage(source, passage, *, with_text):
    lines = f"L{passage.first_line}"
    if passage.last_line > passage.first_line:
        lines += f"-L{passage.last_line}"
    shown = f"{lines} {passage.kind}"
    return f"{shown} {source.text[passage.start : passage.end]}" if with_text else shown


def describe(source, wanted, *, with_text=False):
    """A source as a case shows it: the passages, and what the case asks for besides."""
    shown = {
        "passages": [show_passage(source, p, with_text=with_text) for p in source.passages],
        "title": show_fact(source.title),
        "authors": [show_fact(fact) for fact in source.authors],
        "publisher": show_fact(source.publisher),
        "published": show_fact(source.published),
        "markers": [show_fact(fact) for fact in source.markers],
        "url": source.url,
        "language": source.language,
        "lines": source.lines,
    }
    return {key: shown[key] for key in wanted}


def check_promises(source):
    covered = [False] * len(source.text)
    end, line = 0, 0
    for index, passage in enumerate(source.passages):
        assert passage.index == index
        assert end <= passage.start < passage.end <= len(source.text)
        assert not source.text[passage.start].isspace()
        assert not source.text[passage.end - 1].isspace()
        assert line <= passage.first_line <= passage.last_line <= source.lines
        end, line = passage.end, passage.first_line
        covered[passage.start : passage.end] = [True] * (passage.end - passage.start)
    assert all(c or s.isspace() for c, s in zip(covered, source.text, strict=True))
    assert set(re.findall(r"\s", source.text)) <= {" ", "\n"}
    assert unicodedata.is_normalized("NFC", source.text)
    if source.published_on is not None:
        assert source.published.value == source.published_on.edtf
    for fact in (source.title, source.publisher, source.published, *source.authors):
        assert bool(fact.value) == (fact.basis != "not stated in the file")
