"""Every text of ``tests/hostile`` in one project: in articles, their names, and edits."""

import html

import yaml

from conftest import ROOT
from dossier.read.normalize import normalize
from dossier.scaffold import lay_out_project

FAMILIES = ROOT / "tests" / "hostile"
TEXTS_AN_ARTICLE = 24
LONGEST_NAME = 120
"""Bytes of a hostile text that a file is named by."""

MET = "Mayor Sigrid Falk met Ada Lund in Lunde on Sunday."
MET_AGAIN = "Ada Lund and Sigrid Falk met in Lunde on Sunday, the mayor's office said."
CAME = "On 1 April Kari Dahl met Ada Lund in Lunde."
"""Told by two articles only, so that these two are compared."""

PROSE = "The boats lay still all winter, and nobody said when they would go out again. " * 25
"""So much plain text that a few control characters do not make a file a picture (R108)."""


def load_hostile():
    """Every hostile text by the name of its family and its own."""
    return {
        f"{path.stem}: {name}": text
        for path in sorted(FAMILIES.glob("*.yml"))
        for name, text in yaml.safe_load(path.read_text("utf-8")).items()
    }


def readable(text):
    """The lines of a text as a page must show them: normalised, with single spaces."""
    lines = (" ".join(line.split()) for line in normalize(text).text.split("\n"))
    return [line for line in lines if line]


def lay_out_hostile(project):
    """Lay out a project of hostile texts, in every place that articles and edits have for them.

    Args:
        project: The folder to make.

    Returns:
        The path of the article that must show each text, by the name of the text.
    """
    texts = load_hostile()
    lay_out_project(project)
    decided = project / "seeds" / "dossier.yml"
    decided.write_text(
        decided.read_text("utf-8").replace("full_text: never", "full_text: licensed")
    )
    articles = project / "seeds" / "articles"
    (articles / "000_base.txt").write_text(f"Ferry line sued\n\n3 April 2023\n\n{MET}\n\n{CAME}\n")
    (articles / "001_base.txt").write_text(
        f"Talks in port\n\n5 April 2023\n\n{MET_AGAIN}\n\n{CAME}\n"
    )
    names = list(texts)
    holders = {}
    for start in range(0, len(names), TEXTS_AN_ARTICLE):
        here = names[start : start + TEXTS_AN_ARTICLE]
        held = [texts[name] for name in here]
        held += list(texts.values())[: TEXTS_AN_ARTICLE - len(held)]
        for number, (ending, write) in enumerate(
            (("txt", _text), ("md", _markdown), ("html", _page))
        ):
            name = f"a{start:04}-{_file_name(held[number])}.{ending}"
            (articles / name).write_bytes(write(held).encode())
            if ending == "txt":
                path = f"seeds/articles/{name}"
                holders.update(dict.fromkeys(here, path))
    _write_edits(project / "seeds" / "edits", list(texts.values()))
    return holders


def _line(text):
    return " ".join(normalize(text).text.split())


def _file_name(text):
    """What of a text may stand in a file's name; what cannot be printed is refused (R112)."""
    kept = "".join(letter for letter in text if letter.isprintable() and letter != "/")
    return kept.encode()[:LONGEST_NAME].decode(errors="ignore")


def _text(held):
    title, author, place = (_line(text) for text in held[:3])
    paragraphs = [
        f"{text}\n\nMayor Sigrid Falk said: “We saw {_line(text)} there.”" for text in held
    ]
    head = [title, f"By Nora {author}\n3 April 2023", MET, f"Ada Lund came to {place} by boat."]
    return "\n\n".join([*head, *paragraphs, PROSE, f"Copyright {author}\n"])


def _markdown(held):
    keys = ("publisher", "url", "title", "author")
    kept = {key: _line(text) for key, text in zip(keys, held, strict=False)}
    block = yaml.safe_dump(kept | {"published": "2023-04-03"}, allow_unicode=True)
    return f"---\n{block}---\n\n" + "\n\n".join([MET, *held, PROSE]) + "\n"


def _page(held):
    """A saved page: the texts as markup, and as text in the places that a page has for it."""
    quoted = [html.escape(text) for text in held]
    head = (
        f'<title>{quoted[7]}</title><meta name="author" content="{quoted[4]}">'
        f'<meta property="og:site_name" content="{quoted[5]}">'
        f'<link rel="canonical" href="{quoted[6]}">'
        '<meta property="article:published_time" content="2023-04-03">'
    )
    body = "".join(
        f"<p>{MET} {said}</p><div>{raw}</div>" for said, raw in zip(quoted, held, strict=True)
    )
    return f"<html><head>{head}</head><body><article><h1>{quoted[3]}</h1><p>{PROSE}</p>{body}"


def _write_edits(folder, texts):
    """Write each text into a field that an analyst may write freely, one after the other."""
    left = list(dict.fromkeys(_line(text) for text in texts))
    at = "000:L5.1"
    claims = [{"id": f"cl-{n}", "text": text, "at": at} for n, text in enumerate(left)]
    take = iter(left * 3)
    fields = ("summary", "note", "side", "reviewed")
    kept = {
        "claims": claims,
        "questions": [{"text": next(take), "settled_by": next(take)} for _ in range(120)],
        "briefing": {"bottom_line": [{"text": text, "at": [at]} for text in _short(left)]},
        "identity": [{"same": ["Ada Lund", "Lund"], "reason": next(take)}],
        "places": [
            {"id": "lunde", "name": next(take), "note": next(take), "at": at}
            | {"within": "Norway", "precision": "city"},
            *(
                {"id": f"at-{n}", "name": f"{next(take)} {n}", "precision": "site", "at": at}
                | {"within": "lunde", "note": next(take)}
                for n in range(40)
            ),
        ],
        "relations": [
            {"from": "ada-lund", "to": "sigrid-falk", "rel": next(take), "at": at}
            | {key: next(take) for key in ("according_to", "hedge", "via", "note")}
            for _ in range(40)
        ],
        "quotations": [
            {"id": f"q-{n}", "at": {"loc": at, "words": words}, "speaker": next(take)}
            | {key: next(take) for key in ("translated", "sic", "note")}
            | {"chain": [next(take), next(take)], "kind": "direct"}
            for n, words in enumerate(MET.split()[:-1])
        ],
        "findings/cf-1": {"id": "cf-1", "type": "place-value", "gravity": "high"}
        | {"text": next(take), "reason": next(take), "status": "open"}
        | {"sides": [{"loc": at, "words": "Lunde"}, {"loc": "001:L5.1", "words": "Lunde"}]},
        "moved": [{"was": "actors/old-name", "now": "actors/ada-lund"}],
        "actors/ada-lund": {"id": "ada-lund", "kind": "person", "name": next(take)}
        | {"aliases": ["Ada Lund"]}
        | {field: next(take) for field in fields}
        | {"roles": [{"role": next(take), "note": next(take), "at": at} for _ in range(60)]},
        "actors/sigrid-falk": {"id": "sigrid-falk", "kind": "person", "name": next(take)}
        | {"aliases": ["Sigrid Falk"], "summary": next(take), "side": next(take)},
        "sources/000": {"id": "000", "reason": next(take), "note": next(take)}
        | {"title": {"value": next(take), "note": next(take)}}
        | {"carries": [{"name": next(take), "at": at} for _ in range(40)]},
        "events/ev-came": {"id": "ev-came", "type": "meeting", "title": next(take)}
        | {"summary": next(take), "at": ["000:L7.1", "001:L7.1"]},
        "events/ev-met": {"id": "ev-met", "type": "meeting", "title": next(take)}
        | {"place": "lunde", "at": [at, "001:L5.1"]}
        | {field: next(take) for field in ("summary", "note", "status_note", "hedge")}
        | {"unknowns": [next(take) for _ in range(120)]}
        | {
            "participants": [
                {"actor": "ada-lund", "role": next(take), "at": at},
                {"actor": "sigrid-falk", "role": next(take), "according_to": next(take), "at": at},
                *({"label": next(take), "role": next(take)} for _ in range(40)),
            ]
        }
        | {"claims": [{"text": next(take), "hedge": next(take), "at": at} for _ in range(60)]}
        | {"measures": [{"what": next(take), "value": next(take), "at": at} for _ in range(40)]},
    }
    for name, record in kept.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(record, allow_unicode=True, width=10**9), "utf-8")


def _short(texts):
    return [text for text in texts if 1 < len(text.split()) < 20][:5]
