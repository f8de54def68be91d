"""Read ``seeds/edits`` and refuse what contradicts itself before any article is looked at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from dossier.edits.disagreements import find_disagreements
from dossier.edits.fields import Record, as_text, read_record, stop_at
from dossier.edits.schema import (
    ActorEdit,
    BriefingEdit,
    CorrectionEdit,
    Edits,
    FindingEdit,
    JudgementEdit,
    MovedEdit,
    PlaceEdit,
    QuestionEdit,
    RejectionEdit,
    SourceEdit,
)
from dossier.edits.schema_events import ClaimEdit, EventEdit, QuotationEdit, RelationEdit
from dossier.errors import EditError
from dossier.model import PairJudgement
from dossier.vocabulary import Judgement
from dossier.yamlfile import Node, find_hand_written, load_yaml

R = TypeVar("R", bound=Record)

EDITS_FOLDER = "seeds/edits"


@dataclass(frozen=True, slots=True)
class _File:
    """How one kind of file is read, and which field of ``Edits`` it fills."""

    field: str
    record: type[Record]
    shape: str


FILES = {
    "actors": _File("actors", ActorEdit, "folder"),
    "events": _File("events", EventEdit, "folder"),
    "findings": _File("findings", FindingEdit, "folder"),
    "sources": _File("sources", SourceEdit, "folder"),
    "briefing.yml": _File("bottom_line", BriefingEdit, "mapping"),
    "claims.yml": _File("claims", ClaimEdit, "list"),
    "corrections.yml": _File("corrections", CorrectionEdit, "list"),
    "identity.yml": _File("judgements", JudgementEdit, "list"),
    "moved.yml": _File("moved", MovedEdit, "list"),
    "places.yml": _File("places", PlaceEdit, "list"),
    "questions.yml": _File("questions", QuestionEdit, "list"),
    "quotations.yml": _File("quotations", QuotationEdit, "list"),
    "rejected.yml": _File("rejections", RejectionEdit, "list"),
    "relations.yml": _File("relations", RelationEdit, "list"),
}


def load_edits(project: Path) -> Edits:
    """Read every edit of a project.

    Args:
        project: The folder that holds ``seeds/``; it need not have edits.

    Returns:
        The edits, by file name and then by line.

    Raises:
        EditError: A file cannot be read or understood, or two edits disagree. Every mistake is
            named, one a line, up to twenty.
    """
    read: dict[str, list[object]] = {}
    mistakes: list[str] = []
    written: dict[tuple[str, str], tuple[int, ...]] = defaultdict(tuple)
    for path in _list_files(project / EDITS_FOLDER, mistakes):
        name = path.relative_to(project / EDITS_FOLDER).as_posix()
        try:
            root = load_yaml(path, shown_as=f"{EDITS_FOLDER}/{name}")
            field, records = parse_edit_file(name, root)
        except EditError as error:
            mistakes.append(str(error))
        else:
            read.setdefault(field, []).extend(records)
            for text, line in _find_texts(root):
                written[f"{EDITS_FOLDER}/{name}", text] += (line,)
    stop_at(mistakes)
    edits = Edits(**{field: tuple(records) for field, records in read.items()})  # type: ignore[arg-type]  # FILES pairs each field with its record
    stop_at(find_disagreements(edits))
    return replace(edits, judgements=_by_printed_name(edits), written=dict(written))


def parse_edit_file(name: str, root: Node) -> tuple[str, tuple[object, ...]]:
    """Read one file's content.

    Args:
        name: Path in ``seeds/edits``, such as ``actors/port-union.yml``.
        root: What it holds.

    Returns:
        The field of ``Edits`` that it fills, and its records in the order of the file.

    Raises:
        EditError: The name is not one of the known ones, or the content does not fit it.
    """
    folder, _, stem = name.rpartition("/")
    kind = FILES.get(folder or name)
    if kind is None or (kind.shape == "folder") != bool(folder):
        known = ", ".join(
            f"{key}/ID.yml" if file.shape == "folder" else key for key, file in FILES.items()
        )
        raise EditError(f"{EDITS_FOLDER}/{name}: unknown file (known: {known})")
    if kind.shape == "folder":
        return kind.field, (_read_named(kind.record, root, stem.removesuffix(".yml")),)
    if kind.record is BriefingEdit:
        return kind.field, read_record(BriefingEdit, root).bottom_line
    if not isinstance(root.value, tuple):
        raise EditError(f"{root.where}: {name} must be a list: lines that begin with '- '")
    records = tuple(read_record(kind.record, node) for node in root.value)
    if kind.record is JudgementEdit:
        return kind.field, tuple(pair for record in records for pair in _pairs(record))
    if kind.record is ClaimEdit:
        _need_ids(records)
    return kind.field, records


def _find_texts(node: Node) -> Iterator[tuple[str, int]]:
    """Every text in a file with its line, as records hold it."""
    if isinstance(node.value, str):
        yield as_text(node), int(node.where.rpartition(":")[2])
        return
    for inner in node.value.values() if isinstance(node.value, dict) else node.value:
        yield from _find_texts(inner)


def _list_files(folder: Path, mistakes: list[str]) -> tuple[Path, ...]:
    found = []
    for path in find_hand_written(folder, EDITS_FOLDER):
        if path.suffix == ".md":
            continue
        if path.suffix != ".yml":
            name = path.relative_to(folder).as_posix()
            mistakes.append(f"{EDITS_FOLDER}/{name}: edits are files that end in .yml")
            continue
        found.append(path)
    return tuple(found)


def _read_named(record: type[R], root: Node, stem: str) -> R:
    edit = read_record(record, root)
    given = str(getattr(edit, "id", ""))
    if given != stem:
        assert isinstance(root.value, dict)  # noqa: S101  # read_record refuses anything else
        raise EditError(
            f"{root.value['id'].where}: the id {given!r} is not the file's name {stem!r} "
            f"(rename the file to {given}.yml, or change the id)"
        )
    return edit


def _need_ids(records: Iterable[object]) -> None:
    for record in records:
        if isinstance(record, ClaimEdit) and not record.id:
            raise EditError(f"{record.where}: the key 'id' is missing")


def _pairs(record: object) -> tuple[PairJudgement, ...]:
    assert isinstance(record, JudgementEdit)  # noqa: S101  # FILES says so
    given = [
        (judgement, names)
        for judgement, names in (
            (Judgement.SAME, record.same),
            (Judgement.DIFFERENT, record.different),
            (Judgement.OPEN, record.open),
        )
        if names
    ]
    if len(given) != 1 or len(given[0][1]) < 2:  # noqa: PLR2004  # a pair has two
        raise EditError(
            f"{record.where}: give exactly one of same, different and open, with at least two names"
        )
    judgement, names = given[0]
    # That all are the same follows from the first being each of the others.
    pairs = (
        [(names[0], other) for other in names[1:]]
        if judgement is Judgement.SAME
        else list(combinations(names, 2))
    )
    return tuple(
        PairJudgement(left, right, judgement, record.reason, record.where) for left, right in pairs
    )


def _by_printed_name(edits: Edits) -> tuple[PairJudgement, ...]:
    """Judgements as the resolver understands them: about words that articles print.

    An actor's id stands for its first pointer, else for its name. That two actors with an edit
    each are different needs no judgement: their edits say so.
    """
    words = {}
    for edit in edits.actors:
        first = next(iter(edit.mentions), None)
        words[edit.id] = f"{first.loc} {first.words}" if first and first.words else edit.name
    return tuple(
        replace(pair, left=words.get(pair.left, pair.left), right=words.get(pair.right, pair.right))
        for pair in edits.judgements
        if pair.left not in words or pair.right not in words
    )
