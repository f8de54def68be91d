"""The sealed build: what every built page must keep, and what a failed build must leave alone."""

import pytest

from dossier.errors import DossierError
from dossier.scaffold import lay_out_project
from dossier.site.seal import seal_page
from dossier.swap import recover, swap_in

PAGE = '<html><head>\n      <meta charset="utf-8">\n</head><body>{}</body></html>'
THEME_SCRIPT = '<script>__md_scope=new URL("..",location),1</script>'


def test_a_page_gets_a_policy_that_names_the_themes_scripts_only():
    sealed = seal_page(PAGE.format(THEME_SCRIPT), "index.html")
    assert "default-src 'none'" in sealed
    assert sealed.count("'sha256-") == 1
    assert "unsafe" not in sealed


def test_a_script_that_is_not_the_themes_own_stops_the_build():
    with pytest.raises(DossierError, match=r"site/events/x\.html: a script"):
        seal_page(PAGE.format("<script>alert(1)</script>"), "events/x.html")


def test_empty_lines_are_taken_out_but_not_of_what_is_set_as_it_stands():
    body = "<p>\n\n   One\n   two</p>\n<pre>a\n\n  b</pre>\n\n\n<p>end</p>"
    sealed = seal_page(PAGE.format(body), "index.html")
    assert "<p>\nOne\ntwo</p>\n<pre>a\n\n  b</pre>\n<p>end</p>" in sealed


def test_a_label_names_the_list_of_contents_only_where_it_has_a_box():
    label = '<label class="md-nav__title" for="__toc">Contents</label>'
    box = '<input type="checkbox" id="__toc">'
    assert 'for="__toc"' not in seal_page(PAGE.format(label), "index.html")
    assert 'for="__toc"' in seal_page(PAGE.format(box + label), "index.html")


def test_words_that_read_like_the_themes_own_stay_as_they_are():
    words = (
        'x tabindex="" y (data-md-component="search" role="dialog") "search.result.one": "z" '
        'id="__toc" class="md-nav__title" for="__toc"'
    )
    assert f"<p>{words}</p>" in seal_page(PAGE.format(f"<p>{words}</p>"), "index.html")


def test_a_swap_replaces_the_whole_folder(tmp_path):
    live, prepared = tmp_path / "site", tmp_path / "new"
    for folder, text in ((live, "old"), (prepared, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    (live / "gone.html").write_text("old")
    swap_in(prepared, live)
    assert [path.name for path in live.iterdir()] == ["index.html"]
    assert (live / "index.html").read_text() == "new"
    assert (prepared / "gone.html").is_file()


def test_a_crash_between_two_renames_is_mended(tmp_path):
    retired = tmp_path / ".site-retired"
    retired.mkdir()
    (retired / "index.html").write_text("last good")
    recover(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "last good"


def test_a_new_project_is_not_laid_over_somebodys_files(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(DossierError, match="not empty"):
        lay_out_project(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
