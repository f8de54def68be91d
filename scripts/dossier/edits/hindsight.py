"""Looking back: what an analyst has worded with what appeared later is worded without it."""

import re
from collections import Counter
from dataclasses import replace

from dossier.edits.apply_dates import best_dating
from dossier.model import Dossier, Event, EventId, EventMentionId
from dossier.vocabulary import DateBasis


def leave_out_hindsight(then: Dossier, draft: Dossier, today: Dossier) -> Dossier:
    """Word an earlier day's events without the names that no source had given by then.

    Args:
        then: The dossier of an earlier day, its edits applied.
        draft: The same before edits; its titles come from the words of its sources.
        today: The finished dossier.

    Returns:
        The dossier of that day. An event whose title names somebody whom only later sources
        name has the title that the program gives it; such a bullet of the briefing is gone. A
        date of the analyst's own that names no words has the program's value instead, where
        today's event rests on later sources too.
    """
    automatic = {key: one.id for one in draft.events.values() for key in one.mention_ids}
    dated = {
        key: _redate(event, draft, automatic) if _is_dated_later(event, then, today) else event
        for key, event in then.events.items()
    }
    then = replace(then, events=dated)
    later = _names_of_later(then, today)
    if later is None:
        return then
    events = {
        key: _reword(event, draft, automatic) if later.search(event.title) else event
        for key, event in then.events.items()
    }
    bullets = tuple(one for one in then.bottom_line if not later.search(one.text))
    return replace(then, events=events, bottom_line=bullets)


def _names_of_later(then: Dossier, today: Dossier) -> re.Pattern[str] | None:
    """Names that no source of that day gives, of actors whom none of them mentions."""
    texts = "\n".join(source.text for source in then.sources.values())
    mentioned = {
        mention.id
        for source_id in then.sources
        for mention in today.extractions[source_id].mentions
    }
    names = {
        name
        for actor in today.actors.values()
        if mentioned.isdisjoint(actor.mention_ids)
        for name in (actor.name, *(alias.name for alias in actor.aliases))
    }
    absent = sorted((name for name in names if name and name not in texts), key=_longest_first)
    if not absent:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, absent))})(?!\w)")


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _reword(event: Event, draft: Dossier, automatic: dict[EventMentionId, EventId]) -> Event:
    found = Counter(automatic[key] for key in event.mention_ids if key in automatic)
    if not found:
        return replace(event, title=event.event_type.value.replace("-", " ").capitalize())
    best = min(found, key=lambda key: (-found[key], key))
    return replace(event, title=draft.events[best].title)


def _is_dated_later(event: Event, then: Dossier, today: Dossier) -> bool:
    """Whether an analyst's own date, of no words, may rest on what appeared later."""
    now, dating = today.events.get(event.id), event.dating
    if now is None or dating is None or dating.anchors or dating.basis is not DateBasis.ANALYST:
        return False
    return any(anchor.source_id not in then.sources for anchor in now.anchors)


def _redate(event: Event, draft: Dossier, automatic: dict[EventMentionId, EventId]) -> Event:
    found = sorted({automatic[key] for key in event.mention_ids if key in automatic})
    datings = (draft.events[key].dating for key in found)
    return replace(event, dating=best_dating(dating for dating in datings if dating is not None))
