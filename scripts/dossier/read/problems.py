"""Every problem that reading can report, in one list; ``docs/about/articles.md`` explains each."""

from dossier.errors import Problem, Severity, SourceError

SEVERITIES = {
    # the folder and its files
    "R101": Severity.WARNING,  # no article in the folder
    "R102": Severity.WARNING,  # not a format that is read
    "R103": Severity.ERROR,  # empty file
    "R104": Severity.ERROR,  # a folder, a pipe or a device where a file should be
    "R105": Severity.ERROR,  # a link that leads away or nowhere
    "R106": Severity.ERROR,  # the system refuses to open it
    "R107": Severity.ERROR,  # too large
    "R108": Severity.ERROR,  # binary
    "R109": Severity.ERROR,  # unknown or broken encoding
    "R110": Severity.WARNING,  # read as Windows-1252
    "R111": Severity.WARNING,  # two articles with one id
    "R112": Severity.ERROR,  # a file name that no page can be named by
    "R113": Severity.WARNING,  # no paragraph that tells anything
    "R114": Severity.WARNING,  # not English
    "R115": Severity.WARNING,  # control or broken characters
    "R116": Severity.ERROR,  # a text too long to be one article
    "R117": Severity.WARNING,  # characters that cannot be seen
    # web pages
    "R121": Severity.WARNING,  # too large or too deep to be taken apart
    "R122": Severity.WARNING,  # no article found in the page
    # front matter
    "R131": Severity.ERROR,  # not YAML, or not closed
    "R132": Severity.WARNING,  # a value that does not fit its key
    # restated articles
    "R141": Severity.ERROR,  # unknown key
    "R142": Severity.ERROR,  # missing key
    "R143": Severity.ERROR,  # paragraph without a marker, or a marker that says nothing
    "R144": Severity.ERROR,  # markers out of order
    "R145": Severity.ERROR,  # a line that the original does not have
    "R146": Severity.ERROR,  # a value that does not fit its key
    # restated articles against their originals
    "R151": Severity.ERROR,  # no original
    "R152": Severity.ERROR,  # another file than the one restated
    "R153": Severity.ERROR,  # another number of lines
    "R154": Severity.ERROR,  # a restated line that is not there or empty
    "R155": Severity.ERROR,  # a quotation that is not in the original
    "R156": Severity.WARNING,  # another number of sentences
    "R157": Severity.WARNING,  # quotation marks that do not pair
    # the dossier as it was before
    "R161": Severity.ERROR,  # no dossier.json of an earlier run
}


class RefusedError(SourceError):
    """A file or a part of it cannot be read; says why, and what to do about it.

    Attributes:
        code: One of ``SEVERITIES``.
        message: The reason.
        hint: The way out; empty if the reason says it all.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def at(self, where: str) -> Problem:
        """The refusal as a problem of one file.

        Args:
            where: ``path`` or ``path:line``.
        """
        return make_problem(self.code, where, self.message, self.hint)


def make_problem(code: str, where: str, message: str, hint: str = "") -> Problem:
    """Make a problem of this room.

    Args:
        code: One of ``SEVERITIES``.
        where: ``path`` or ``path:line`` of the file to edit, relative to the project root.
        message: What is wrong.
        hint: What to do about it; empty if the message says it all.
    """
    return Problem(code, SEVERITIES[code], where, message, hint)
