"""Say an office in a few words, with the flag without which it would be wrong."""

from dossier.model import RoleHeld
from dossier.vocabulary import RoleStatus

_FLAGS = {
    RoleStatus.CURRENT: "",
    RoleStatus.ACTING: "acting",
    RoleStatus.THEN: "then",
    RoleStatus.FORMER: "former",
    RoleStatus.DESIGNATE: "designate",
}


def say_office(role: RoleHeld) -> str:
    """An office as a line about its holder names it: "former mayor", "mayor (designate)".

    Args:
        role: The office; its title is returned as it is where it holds the flag already.
    """
    flag = _FLAGS[role.status]
    if not flag or flag in role.title.lower().replace("-", " ").split():
        return role.title
    if role.status is RoleStatus.DESIGNATE:
        elect = role.title.lower().endswith("elect")
        return role.title if elect else f"{role.title} ({flag})"
    return f"{flag} {role.title}"
