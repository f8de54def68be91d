"""Old addresses that the analyst keeps alive, and those that an earlier build had."""

from difflib import get_close_matches

from dossier.edits.schema import Edits
from dossier.errors import Found, Problem, Severity
from dossier.model import Dossier, Moved
from dossier.moves import find_moves


def apply_moved(dossier: Dossier, edits: Edits) -> Found[tuple[Moved, ...]]:
    """Say where each page that is no more has gone.

    Args:
        dossier: The finished dossier, with the earlier build that is kept.
        edits: What the analyst decided; an entry of ``moved.yml`` goes before what the earlier
            build shows, and may lead to a page that has moved on itself.

    Returns:
        By old address; and E202 for an entry whose page is there again, E203 for one that
        leads to no page.
    """
    pages = {f"actors/{key}" for key, actor in dossier.actors.items() if not actor.voice}
    pages |= {f"events/{key}" for key in dossier.events}
    pages |= {f"sources/{key}" for key in dossier.sources}
    moves = dict(find_moves(dossier.previous, dossier))
    moves |= {edit.was: edit.now for edit in edits.moved}
    origins = {edit.was: edit.where for edit in edits.moved}
    moved, problems = [], []
    for was in sorted(moves):
        where = origins.get(was, "")
        now = _follow(was, moves)
        if was in pages:
            problems.append(_say("E202", Severity.WARNING, where, f"{was} has a page again"))
        elif now not in pages:
            near = ", ".join(get_close_matches(now, sorted(pages), 3)) or "none is near"
            message = f"{was} is said to be {now} now, which has no page ({near})"
            problems.append(_say("E203", Severity.ERROR, where, message))
        else:
            moved.append(Moved(was, now, where))
    return tuple(moved), tuple(problems)


def _follow(was: str, moves: dict[str, str]) -> str:
    now, passed = moves[was], {was}
    while now in moves and now not in passed:
        passed.add(now)
        now = moves[now]
    return now


def _say(code: str, severity: Severity, where: str, message: str) -> Problem:
    return Problem(code, severity, where, message, "correct or delete the entry of moved.yml")
