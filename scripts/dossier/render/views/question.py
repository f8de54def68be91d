"""An open question, wherever it stands."""

from dossier.model import Question
from dossier.render.leaf import Leaf
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, tag


def question_entry(leaf: Leaf, question: Question) -> Entry:
    """Word an open question, what would settle it and what it is about."""
    parts = [leaf.prose(question.text)]
    if question.settled_by:
        words = Md("What would settle it: ") + leaf.prose(question.settled_by)
        parts.append(tag("span", words, class_="settles"))
    about = [leaf.subject(key) for key in question.about if _leads_on(leaf, key)]
    if about:
        words = Md("About ") + join("; ", about) + Md(".")
        parts.append(tag("span", words, class_="touches"))
    return Entry((join(" ", parts),))


def _leads_on(leaf: Leaf, key: str) -> bool:
    """Whether something has a page of its own, other than this one."""
    has_page = key in leaf.book.dossier.events or leaf.book.has_page(key)
    return has_page and not leaf.is_about(key)
