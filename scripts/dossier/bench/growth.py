"""How the work of each stage grows with a text: twice as much must take twice as long.

The texts are single lines of one kind of sentence over and over, hundreds of thousands of
characters long: quotations, marks that nothing closes, names, dates, happenings. No article is
like that, and whatever compares everything with everything else shows in them. Each is taken
through every stage, pages included, at one length and at four times that length.
"""

import time
from collections.abc import Callable, Mapping

from dossier.bench.projects import make_project
from dossier.bench.rows import Figure
from dossier.pipeline import assemble, collector_at_rest
from dossier.render import render_dossier

TIMES = 4
LENGTHS = (60_000, 60_000 * TIMES)
"""Characters of the two lines."""
_LEAST_SECONDS = 0.4
"""What takes less at the greater length says more of the clock than of the work."""

_HEADLINE = "The harbour opens again\nTuesday, March 5, 2019\n\n"

SHAPES: Mapping[str, Callable[[int], str]] = {
    "quotations": lambda n: f"“We sail on day {n} at the latest,” said Ada Brandt of the union. ",
    "one speaker's words": lambda n: f"“The ship of Holm sails,” said Ada Brandt{n % 50}. ",
    "quotations in one sentence": lambda n: f"and “word number {n} of the sea” ",
    "marks that nothing closes": lambda _: "“word ",
    "words at a distance": lambda n: f"The so-called “plan {n}” was a “great{n} thing” for Holm. ",
    "reported words": lambda n: f"Ada Brandt said that ship {n} would sail to Holm soon. ",
    "names": lambda n: f"Ada Brandt{n} and Nils Lind{n} of the Harbour{n} Authority spoke. ",
    "one family": lambda n: f"Ada{n} Brandt and Nils{n} Brandt of Holm spoke. ",
    "dates": lambda n: f"It rained on {1 + n % 28} May {1900 + n % 120} and two weeks later. ",
    "happenings": lambda n: f"Ada Brandt met Nils Lind in Holm on {1 + n % 28} May 2018. ",
    "one word": lambda _: "harbour ",
    "capitals": lambda _: "Harbour Brandt ",
}
"""What the lines are made of: a sentence, or a piece of one, by its number."""


def measure_growth(recognizer: str) -> dict[str, Figure]:
    """Measure the stage and the shape of text in which work grows fastest.

    Args:
        recognizer: Its name, as in ``seeds/dossier.yml``.

    Returns:
        By how many times processor time grows where the text is four times as long: the most
        that any stage shows which takes long enough to be measured.
    """
    grown: list[tuple[float, str]] = []
    slowest: list[tuple[float, str]] = []
    for shape in SHAPES:
        short, long = (time_stages(make_line(shape, length), recognizer) for length in LENGTHS)
        grown += [
            (long[stage] / short[stage], f"{stage.lower()}, {shape}")
            for stage in long
            if long[stage] >= _LEAST_SECONDS
        ]
        slowest.append((sum(long.values()), shape))
    seconds, shape = max(slowest)
    counts = f"a line of {LENGTHS[-1]:,} characters: {seconds:.0f} s at most ({shape})"
    times, where = max(grown, default=(1.0, "nothing takes long enough"))
    return {"growth": Figure(times, f"{where}; {counts}")}


def make_line(shape: str, length: int) -> str:
    """Make a line of at least so many characters of one shape."""
    pieces: list[str] = []
    held = 0
    while held < length:
        pieces.append(SHAPES[shape](len(pieces)))
        held += len(pieces[-1])
    return "".join(pieces)


@collector_at_rest()
def time_stages(line: str, recognizer: str) -> dict[str, float]:
    """Take a text through every stage, pages included.

    Args:
        line: The body of an article.
        recognizer: Its name, as in ``seeds/dossier.yml``.

    Returns:
        Processor time in seconds by what the program says it is doing.
    """
    begun: list[tuple[str, float]] = []

    def note(stage: str) -> None:
        begun.append((stage, time.process_time()))

    with make_project({"line.txt": f"{_HEADLINE}{line}\n"}, recognizer) as folder:
        dossier, settings = assemble(folder, note, earlier=False)
        note("Writing pages")
        render_dossier(dossier, settings)
        note("")
    ends = [at for _, at in begun[1:]]
    return {stage: end - start for (stage, start), end in zip(begun[:-1], ends, strict=True)}
