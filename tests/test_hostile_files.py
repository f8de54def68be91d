"""Whatever lies in a project's folders is named with its reason and a way out; the rest is built.

The whole program runs, in a process that is refused what users are refused and that may not use
more memory than the pages promise. Time is not measured; the tests' own limit ends a run that
would never end.
"""

import gzip
import io
import os
import re
import stat
import unicodedata
import zipfile
import zlib

import pytest

from dossier.ids import slugify
from dossier.read.articles import MAX_LENGTH
from dossier.scaffold import lay_out_project
from programs import dossier, obey_permissions

MOST_MEMORY = 1_000_000_000
"""Bytes; promised in ``docs/about/articles.md``."""

ARTICLE = "Ferry line sued\n\n3 April 2023\n\nMayor Sigrid Falk met Ada Lund in Lunde on Sunday.\n"
FIGURE = "9" * 5000
FINE = {
    "001_good.txt": ARTICLE,
    "CON.txt": ARTICLE.replace("Ferry", "Con"),
    "NUL.md": ARTICLE.replace("Ferry", "Nul"),
    "index.txt": ARTICLE.replace("Ferry", "Index"),
    "up\\..\\away.txt": ARTICLE.replace("Ferry", "Back"),
    "$(touch ..);#.txt": ARTICLE.replace("Ferry", "Shell"),
    'quay\'s "own" <b>.txt': ARTICLE.replace("Ferry", "Marks"),
    "\u0663_three.txt": ARTICLE.replace("Ferry", "Three"),
    "n" * 251 + ".txt": ARTICLE.replace("Ferry", "Long"),
    "dos.txt": ARTICLE.replace("Ferry", "Dos").replace("\n", "\r\n"),
    "old-mac.txt": ARTICLE.replace("Ferry", "Mac").replace("\n", "\r"),
    "marked.txt": ("\ufeff" + ARTICLE.replace("Ferry", "Marked")).encode("utf-16-le"),
    "one-line.txt": f"Ferry line sued\n\n{'quay ' * 90_000}\n",
    "figures.txt": f"Ferry line sued\n\nOn {FIGURE} April {FIGURE} Lund met {FIGURE}.\n",
    "entities.html": "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + f"<!ENTITY x SYSTEM 'file:///etc/hostname'>]><h1>Quay</h1><p>&j;&x; {ARTICLE * 5}</p>",
    "linked-data.html": "<html><head><script type='application/ld+json'>"
    + '[{"a":' * 100_000
    + f"</script></head><body><article><h1>Quay</h1><p>{ARTICLE * 5}</p></article></body></html>",
}
"""Articles that are read although something about them is odd; each gets a page."""


def restated(identity, lines="44"):
    return (
        f'---\nid: "{identity}"\ntitle: {{value: Quay, line: {lines}}}\noriginal: '
        f"{{file: a.txt, sha256: {'0' * 64}, lines: 44}}\n---\n\n"
        "[L1 title] Quay\n\n[L5] Lund met Falk.\n"
    )


def archive():
    """A document of a few kilobytes that would unpack to a hundred megabytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"<a>" * 33_000_000)
    return packed.getvalue()


def portable():
    stream = zlib.compress(b"a" * 100_000_000)
    return b"%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\n" + stream + b"\nendstream"


def told():
    """What is noticed, and the code it gets."""
    bomb, packed = archive(), gzip.compress(b"a" * 100_000_000)
    return {
        "quay.txt": (ARTICLE, None),
        "QUAY.TXT": (ARTICLE.replace("Lund", "Lind"), None),
        "quay.md": (ARTICLE.replace("Falk", "Fulk"), "R111"),
        "report.docx": (bomb, "R102"),
        "report.odt": (bomb, "R102"),
        "report.zip": (bomb, "R102"),
        "report.pdf": (portable(), "R102"),
        "document.txt": (bomb, "R108"),
        "portable.txt": (portable(), "R108"),
        "packed.txt": (packed, "R108"),
        "packed.html": (packed, "R108"),
        "codec.html": (b"<meta charset=zlib>\xff" + zlib.compress(b"a" * 10_000_000), "R108"),
        "empty.txt": ("", "R103"),
        "blank.md": (" \n\t\n", "R103"),
        "nuls.txt": (ARTICLE + "\0" * 50, "R108"),
        "one-nul.txt": (ARTICLE + "\0", "R108"),
        "broken.txt": (ARTICLE.encode() + "“quoted” – é".encode() + b"\xff\xfe", "R109"),
        "windows.txt": ((ARTICLE + "Lund’s “quay”").encode("cp1252"), "R110"),
        "unmarked.txt": (ARTICLE.encode("utf-16-be"), "R109"),
        "wide.txt": (ARTICLE.encode("utf-32"), "R109"),
        "million.txt": ("quay " * 200_000, "R116"),
        "huge.txt": ("Lund met Falk.\n" * 1_200_000, "R116"),
        "million.md": ("[" * 1_000_000, "R116"),
        "million.html": (f"<article><h1>Quay</h1><p>{'quay ' * 200_000}</p>", "R116"),
        "deep.html": ("<div>" * 100_000 + ARTICLE, "R121"),
        "spans.html": ("<b><i>" * 50_000 + ARTICLE, "R121"),
        "attributes.html": (f"<p {'a=b ' * 50_000}>{ARTICLE}", "R121"),
        "up.md": (restated("../../../up"), "R146"),
        "device.md": (restated("con"), "R146"),
        "figure.md": (restated("fig", "9" * 5000), "R146"),
        "list.md": ("---\noriginal: [[[[[[[[[[[[[[[[[[[[[[[[[\n---\n\n[L1] Quay\n", "R131"),
        "alias.md": ("---\na: &a [x, x]\nb: [*a, *a]\n---\n\n" + ARTICLE, "R131"),
        "turned\u202etxt.txt": (ARTICLE, "R112"),
        "line\nbreak.txt": (ARTICLE, "R112"),
        "bytes\udcff.txt": (ARTICLE, "R112"),
    }


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def lay_files(articles):
    """Fill the folder; returns the codes to expect by name."""
    expected = {}
    for name, content in FINE.items():
        write(articles / name, content)
    for name, (content, code) in told().items():
        write(articles / name, content)
        expected[name] = code
    return expected


def lay_oddities(articles):
    """What is no file, or no file of ours; returns the codes to expect by name."""
    (articles / "page.html").mkdir()
    os.mkfifo(articles / "pipe.txt")
    os.mknod(articles / "socket.txt", stat.S_IFSOCK | 0o600)
    outside = articles.parents[2] / "outside"
    outside.mkdir()
    write(outside / "secret.txt", ARTICLE.replace("Ferry", "Secret"))
    (articles / "away.txt").symlink_to(outside / "secret.txt")
    (articles / "folder").symlink_to(outside)
    (articles / "zeros.txt").symlink_to("/dev/zero")
    (articles / "nowhere.txt").symlink_to("gone.txt")
    (articles / "loop.txt").symlink_to("loop.txt")
    with (articles / "fifty.txt").open("wb") as file:
        file.truncate(50_000_000)
    write(articles / "closed.txt", ARTICLE)
    (articles / "closed.txt").chmod(0)
    for name, mode in (("shut", 0), ("listed", 0o444)):
        (articles / name).mkdir()
        write(articles / name / "inside.txt", ARTICLE)
        (articles / name).chmod(mode)
    return {
        "page.html": "R104",
        "pipe.txt": "R104",
        "socket.txt": "R104",
        "away.txt": "R105",
        "folder": "R105",
        "zeros.txt": "R105",
        "nowhere.txt": "R105",
        "loop.txt": "R105",
        "fifty.txt": "R107",
        "closed.txt": "R106",
        "shut": "R106",
        "listed/inside.txt": "R106",
    }


def within_limits():
    """Runs in the new process: what users are refused, and the memory the pages promise."""
    resource = pytest.importorskip("resource")
    obey_permissions()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project of hostile files, built: its folder, what to expect, what was printed."""
    project = tmp_path_factory.mktemp("files") / "p"
    lay_out_project(project)
    articles = project / "seeds" / "articles"
    expected = lay_files(articles) | lay_oddities(articles)
    ran = dossier(
        "build",
        project,
        "--all",
        preexec_fn=within_limits,
        environment={"OPENBLAS_NUM_THREADS": "1"},
    )
    yield project, expected, ran
    for name in ("shut", "listed"):
        (articles / name).chmod(0o755)


def shown_name(name):
    return "".join(
        "\ufffd" if unicodedata.category(one) in {"Cc", "Cf", "Cs"} else one for one in name
    )


def problems_of(ran):
    """Code, reason and way out by the file's path under ``seeds/articles``."""
    found = {}
    for line in ran.stderr.splitlines():
        match = re.match(r"seeds/articles/(.+?)(?::\d+)?: (R\d+) (.*)\((.*)\)\Z", line)
        if match:
            found.setdefault(match[1], {})[match[2]] = (match[3], match[4])
    return found


@pytest.mark.timeout(600)
def test_every_hostile_file_has_its_problem_and_the_rest_is_built(built, score):
    project, expected, ran = built
    assert "Traceback" not in ran.stderr, ran.stderr
    assert "MemoryError" not in ran.stderr
    assert ran.returncode == 1, ran.stderr
    found = problems_of(ran)
    missing = {
        name: (code, found.get(shown_name(name)))
        for name, code in expected.items()
        if code and code not in found.get(shown_name(name), {})
    }
    assert missing == {}
    assert all(reason and hint for told in found.values() for reason, hint in told.values())
    assert (project / "site/sources/001.html").is_file()
    score("hostile files", tried=len(expected) + len(FINE), violations=len(missing))


def test_what_is_odd_and_whole_is_read(built):
    project, _, ran = built
    pages = {path.stem for path in (project / "site/sources").glob("*.html")}
    titles = "".join(p.read_text("utf-8") for p in (project / "docs/sources").glob("*.md"))
    for name, content in FINE.items():
        found = problems_of(ran).get(name, {})
        assert set(found) <= {"R110", "R111", "R113", "R114", "R115", "R121", "R122"}, name
        text = content.decode("utf-16") if isinstance(content, bytes) else content
        assert text.lstrip("\ufeff").split()[0] in titles or name.endswith(".html")
    assert len(pages) > len(FINE)


def test_addresses_are_plain_short_and_never_reserved(built):
    project, _, _ = built
    made = (project / "docs").glob("*/**/*.md")  # the pages on top have the program's own names
    slugs = [path.stem for path in made if "about" not in path.parts]
    assert len(slugs) > 10
    for slug in (part for pair in slugs for part in pair.split(".")):  # a pair has two
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug), slug
        assert len(slug) <= 60
        assert slug == "index" or slug.isdecimal() or slugify(slug) == slug, slug
    folded = [p.relative_to(project).as_posix().lower() for p in (project / "docs").rglob("*")]
    assert len(folded) == len(set(folded)), "two pages would be one where case does not count"


def test_nothing_is_read_or_written_outside(built):
    project, _, _ = built
    assert sorted(path.name for path in project.parent.iterdir()) == ["outside", "p"]
    assert sorted(path.name for path in (project.parent / "outside").iterdir()) == ["secret.txt"]
    for path in sorted((project / "site").rglob("*.html")):
        assert "Secret line sued" not in path.read_text("utf-8"), path


def test_no_entity_is_unfolded(built):
    project, _, _ = built
    page = (project / "site/sources/entities.html").read_text("utf-8")
    assert "a" * 100 not in page
    assert len(page) < 200_000


def test_the_longest_text_is_promised_on_the_page():
    from dossier.render.pages import ABOUT  # noqa: PLC0415

    page = (ABOUT / "articles.md").read_text("utf-8")
    assert f"{MAX_LENGTH:,} characters" in page
    assert "1 GB" in page
