"""Search finds what people type, on a server and from a folder."""

import re

import pytest
from playwright.sync_api import expect


def ask(box, words):
    """Fill the box, and release a key: that is what the theme waits for."""
    box.fill(words)
    box.press("Shift")


def search(page, words):
    box = page.locator(".md-search__input")
    box.click()
    # One question at a time, and none before the last one's answers are gone.
    ask(box, "")
    answered = page.locator(".md-search-result__meta", has_text=re.compile("found", re.IGNORECASE))
    expect(answered).to_have_count(0, timeout=15000)
    ask(box, words)
    expect(answered).to_have_count(1, timeout=15000)
    kinds = re.search(r"one|[0-9]+", answered.inner_text())
    number = {"one": 1}.get(kinds[0]) or int(kinds[0]) if kinds else 0
    expect(page.locator(".md-search-result__item")).to_have_count(number)
    # Read in one go: the list may be drawn anew between two questions.
    return page.evaluate(
        """() => Object.fromEntries(
            [...document.querySelectorAll(".md-search-result__item")].map(group => [
                group.querySelector("h1").innerText,
                [...group.querySelectorAll("a.md-search-result__link")].slice(1).map(
                    link => new URL(link.href).pathname.split("/").pop()),
            ]))"""
    )


@pytest.mark.parametrize(
    ("words", "kind", "page_name"),
    [
        ("muttaqi", "Actors", "amir-khan-muttaqi.html"),
        ("Motaqi", "Actors", "amir-khan-muttaqi.html"),
        ("mutaqqi", "Actors", "amir-khan-muttaqi.html"),
        ("MUTTAQÍ", "Actors", "amir-khan-muttaqi.html"),
        ("28 July 2021", "Events", "ev-2021-07-28-tianjin-meeting.html"),
        ("July 2021", "Events", "ev-2021-07-28-tianjin-meeting.html"),
        ("2021-08-15", "Events", "ev-2021-08-15-fall-of-kabul.html"),
        ("28/7/2021", "Events", "ev-2021-07-28-tianjin-meeting.html"),
        ("7/28/2021", "Events", "ev-2021-07-28-tianjin-meeting.html"),
        ("28.7.2021", "Events", "ev-2021-07-28-tianjin-meeting.html"),
        ("7/2021", "Events", "ev-2021-07-28-tianjin-meeting.html"),
        ("U.N. Security", "Actors", "un-security-council.html"),
        ('"pariah state"', "Quotations", "quotations.html"),
        ("undated source", "Findings", "findings.html"),
        ("hosting", "Pages", "hosting.html"),
        ("timeline", "Pages", "timeline.html"),
    ],
)
def test_what_people_type_is_found(reader, words, kind, page_name):
    found = search(reader.open("actors/index.html"), words)
    assert page_name in found[kind], found


def test_results_are_grouped_by_kind_in_a_fixed_order(reader):
    found = search(reader.open(), "afghanistan")
    order = ["Actors", "Events", "Sources", "Quotations", "Findings", "Pages"]
    assert len(found) > 3
    assert list(found) == [kind for kind in order if kind in found]


def test_a_phrase_in_quotation_marks_must_stand_as_it_is(reader):
    page = reader.open()
    assert "Quotations" in search(page, '"choice made by"')
    assert "Quotations" not in search(page, '"made choice by"')


def test_no_phone_rewrites_the_names_that_are_typed(reader):
    box = reader.open().locator(".md-search__input")
    for name in ("autocorrect", "autocapitalize", "autocomplete"):
        assert box.get_attribute(name) == "off"
    assert box.get_attribute("spellcheck") == "false"


def test_what_is_typed_is_never_markup(reader):
    page = reader.open()
    assert search(page, "<img src=x onerror=alert(1)> zzzz") is not None
    assert page.locator(".md-search-result img").count() == 0


def test_a_result_opens_its_page(reader):
    page = reader.open("events/index.html")
    search(page, "muttaqi")
    page.locator(".md-search-result__link", has_text="Amir Khan").first.click()
    page.wait_for_url("**/actors/amir-khan-muttaqi.html**")
