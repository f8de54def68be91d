"""What reading promises of any file: nothing lost, every position leads back to it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dossier.read.decode import decode
from dossier.read.normalize import chain_shifts, normalize, position_before, replace_ranges
from readstand import OTHER, PROSE, check_promises, codes, read

LINE = st.one_of(
    st.sampled_from(
        (PROSE, OTHER, "", "", "Quay to open", "By Jane Doe", "March 5, 2019", "Share", "* a")
    ),
    st.sampled_from(
        ("12 Comments", "Tags: quay", "(Photo: John Roe/AFP)", "via March 8th 2019", "  x  ")
    ),
    st.sampled_from(
        ("— Ada Lund (@adalund) March 5, 2019", "The post X appeared first on Y.", "“Quay open”")
    ),
    st.text(max_size=60),
)


@given(st.lists(LINE, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_text_keeps_the_promises(lines, ending):
    text = ending.join(lines)
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return
    source, problems = read(content)
    if source is None:
        assert problems
        return
    check_promises(source)
    assert source.text == normalize(decode(content).text).text
    # Lines are those of the file, so a locator can be followed with a text editor.
    shown = source.text.split("\n")
    for passage in source.passages:
        first = source.text[passage.start : passage.end].split("\n")[0]
        assert shown[passage.first_line - 1].strip() == first.strip()


@given(st.lists(LINE, max_size=12), st.booleans())
def test_any_markdown_keeps_the_promises(lines, front):
    text = ("---\ntitle: Quay to open\n---\n" if front else "") + "\n".join(lines)
    try:
        source, _ = read(text.encode(), "quay.md")
    except UnicodeEncodeError:
        return
    if source is not None:
        check_promises(source)


@given(
    st.text(
        alphabet=st.sampled_from(
            "ab \n\r\t\u00a0\u200b\u0301\u0323e\u1100\u1161\u212b\u0958\ufb1d\x00\x85\ufeff가"
        ),
        max_size=30,
    )
)
def test_positions_lead_back_to_the_file(decoded):
    done = normalize(decoded)
    assert unicodedata.is_normalized("NFC", done.text)
    assert normalize(done.text).text == done.text
    for position, character in enumerate(done.text):
        origin = position_before(done.shifts, position)
        assert 0 <= origin <= len(decoded)
        if character in "ab":
            assert decoded[origin] == character
    afters = [after for after, _ in done.shifts]
    assert afters == sorted(set(afters))


@given(st.text(max_size=40), st.data())
def test_chained_shifts_are_one_shift_after_the_other(text, data):
    def cut(length):
        marks = sorted(set(data.draw(st.lists(st.integers(0, length), max_size=6))))
        return [(a, b, "") for a, b in zip(marks[::2], marks[1::2], strict=False)]

    middle, first = replace_ranges(text, cut(len(text)))
    final, second = replace_ranges(middle, cut(len(middle)))
    chained = chain_shifts(second, first)
    for position in range(len(final)):
        assert text[position_before(chained, position)] == final[position]


def test_a_file_without_oddities_has_no_shifts():
    source, _ = read(f"Quay to open\n\n{PROSE}\u00a0“Yes,” he said – and left.\n")
    assert source.shifts == ()
    assert "\u00a0" not in source.text


def test_a_windows_file_shifts_at_every_line_end():
    source, _ = read("Quay to open\r\n\r\n" + PROSE)
    assert position_before(source.shifts, source.text.index("harbour")) == 20


def test_what_cannot_be_seen_is_taken_out_and_what_cannot_be_shown_is_marked():
    source, problems = read(f"Quay\u200b to\u202e open\x07\n\n{PROSE}")
    assert source.title.value == "Quay to open␇"
    assert codes(problems) == ["R115", "R117"]


def test_joiners_stay():
    source, _ = read(f"Quay \u0645\u06cc\u200c\u062e\u0648\n\n{PROSE}")
    assert "\u200c" in source.text
