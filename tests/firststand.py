"""What the first dossier must carry, and where it says something else on purpose."""

from pathlib import Path

from dossier.vocabulary import DateBasis

ROOT = Path(__file__).parents[1]
CONTENT = ROOT.parent / "shared" / "content" / "china-taliban.yml"


SAID_OTHERWISE = {
    ("actor", "unnamed-taliban-spokesman-2025", "name"): (
        "Unnamed Taliban spokesman (2025)",
        "A name on a page begins with a capital letter.",
    ),
    ("actor", "unnamed-pakistan-representative-2025", "name"): (
        "Unnamed representative of Pakistan (2025)",
        "A name on a page begins with a capital letter.",
    ),
    ("actor", "us-government", "name"): (
        "Government of the United States",
        "As for the other governments.",
    ),
    ("actor", "us-state-department", "name"): ("US Department of State", "Its official name."),
    ("actor", "us-intelligence", "name"): ("US intelligence (not specified)", "Plainer English."),
    ("actor", "ghani-government", "name"): (
        "Government of Afghanistan under Ashraf Ghani",
        "Two people of the dossier bear the name Ghani.",
    ),
    ("actor", "five-dozen-countries", "name"): (
        "More than five dozen countries",
        "The source's words name no group.",
    ),
    ("actor", "javid-ahmad-qaem", "side"): (
        "Afghan government until August 2021",
        "No source speaks of a mission; one wording for one side.",
    ),
    ("actor", "ashraf-ghani", "side"): (
        "Afghan government until August 2021",
        "One wording for one side.",
    ),
    ("actor", "xi-jinping", "roles"): (
        [],
        "000 gives him no office, only an epithet of its own and “his government”.",
    ),
    ("actor", "qin-gang", "lines"): (
        ["000:L44"],
        "The role stands in L36; L44 tells of the end and is evidence of the removal.",
    ),
    ("actor", "xi-jinping", "lines"): (["000:L44"], "There is no role to give evidence for."),
    ("actor", "ashraf-ghani", "roles"): (
        [("2021-08-15", "2021-08-15")],
        "He was president until that day, so that is also the last day the role is known for.",
    ),
    ("place", "mes-aynak", "name"): (
        "Mes Aynak, Mohammad Agha district, Logar",
        "The area is named in the note.",
    ),
    ("place", "un-new-york-geneva", "name"): (
        "UN offices in New York and Geneva",
        "Plainer English.",
    ),
    ("event", "ev-2021-war-extension", "date"): (
        "[..2021-08-15]",
        "“That year” dates the campaign; no words put the announcement into 2021.",
    ),
    ("event", "ev-2021-07-us-intelligence-estimate", "date"): (
        "[..2021-07-29]",
        "One unknown day until then, not all the time until then.",
    ),
    ("event", "ev-chinese-contracts", "date"): (
        "[..2025-05-11]",
        "Unknown days until then, not all the time until then.",
    ),
    ("event", "ev-2021-08-16-kabul-airport", "basis"): (
        "bounded",
        "No words give the beginning; the earliest day told stands for it.",
    ),
    ("event", "ev-2021-06-embassy-warnings", "place"): (
        "afghanistan",
        "004 does not say in which city the embassy stands.",
    ),
    **{
        ("event", key, "place"): ("afghanistan", "The country is what the words allow.")
        for key in (
            "ev-1990s-taliban-rule",
            "ev-2001-taliban-ousted",
            "ev-2021-taliban-campaign",
            "ev-2021-08-15-ghani-flees",
        )
    },
    ("event", "ev-2025-05-invitation", "place"): (
        "kabul",
        "The place of the meeting at which the quoted report puts the invitation.",
    ),
    ("event", "ev-2024-07-24-mes-aynak", "participants"): (
        ["chinese-firms"],
        "The caption names Chinese engineers, no firm: they have a label.",
    ),
    ("relation", "china-government invited taliban", "date"): (
        "[..2021-07-28]",
        "An invitation is given on a day, not all the time until then.",
    ),
    ("relation", "taliban awarded contracts to chinese-firms", "date"): (
        "[..2025-05-11]",
        "As for the event.",
    ),
    ("quotation", "q-16", "words"): (
        1,
        "The restatement quotes the judgement and restates the rest.",
    ),
    ("quotation", "q-17", "words"): (
        1,
        "The quotation begins earlier in the sentence and is given whole.",
    ),
    ("finding", "cf-24", "about"): (("taliban",), "Claims have no page; the actor has."),
}

BASES = {
    "explicit": {DateBasis.EXPLICIT},
    "weekday+dateline": {DateBasis.RELATIVE},
    "relative+dateline": {DateBasis.RELATIVE},
    "weekday+cross-source": {DateBasis.CROSS_SOURCE},
    "relative+cross-source": {DateBasis.CROSS_SOURCE},
    "derived-arithmetic": {DateBasis.ARITHMETIC},
    "bounded": {DateBasis.BOUNDED},
}
STATUSES = {
    "reported-single-source": "single-source",
    "reported-plus-possible-allusion": "possible-allusion",
    "corroborated-2-outlets": "corroborated",
}
PARTS = {
    "agent": {
        *("attacking side", "took the capital and came to power", "left the country"),
        *("evacuating party", "ousted the Taliban", "removed him"),
    },
    "target": {"opposing side", "ousted from power", "removed"},
    "author of the earlier end date": {"under whom the earlier end date was set"},
    "head of delegation": {"head of the delegation"},
    "host": {"receiving side", "met the envoy", "inviting side"},
    "delegation member (named)": {"member of the delegation"},
    "delegation of nine": {"visiting side"},
    "inviter, according to Naeem": {"inviting side"},
    "fled": {"head of the government; fled"},
    "issuer": {"issuers"},
    "non-signatory": {"not a signatory"},
    "decision-maker": {"decided"},
    "delegation": {"visiting delegation"},
    "lead": {"led the event"},
    "other regional actors (unnamed)": {"attended"},
    "programme": {"programme applied to"},
    "co-launched": {"broke ground with Chinese engineers"},
    "senior officials (unnamed)": {"receiving side"},
    "inviter, per Tolo News": {"inviter"},
    "inviter, per 000's own lede": {"inviter in the opening sentence"},
    "invitee": {"invited"},
    "subject": {"subject of the reported understanding"},
    "contractor": {"contractors"},
}
"""Parts as the dossier words them; a part that is not here is worded alike."""

LINKS = {
    "invited": "invited",
    "did not recognise": "did not recognise",
    "maintained contact with": "maintained contact with",
    "received ambassador of": "received an ambassador of",
    "crackdown on": "“crackdown” on",
    "asked neighbours for recognition": "asked neighbours for recognition, among them",
    "demanded lifting of freeze and sanctions from": (
        "demanded that freeze and sanctions be lifted by"
    ),
    "approved cooperation with 'relevant Afghan political actors'": (
        "approved cooperation with “relevant Afghan political actors”, taken by 000 to mean"
    ),
}
"""Verbs of relations as the dossier words them; one that is not here is worded alike."""


def check(kind, field, triples):
    """Compare what is wanted with what is said: ``(id, wanted, said)``, field by field."""
    said_otherwise = {
        key[1]: value for key, (value, _) in SAID_OTHERWISE.items() if key[::2] == (kind, field)
    }
    differing = {key: said for key, wish, said in triples if said != wish}
    assert differing == said_otherwise


def edtf(value):
    return value.edtf if value else None


def lines_of(dossier, *anchors):
    """Lines of the original files that anchors lie on, as "000:L14"."""
    return {
        f"{anchor.source_id}:L{line}"
        for anchor in anchors
        for passage in dossier.sources[anchor.source_id].passages
        if passage.start < anchor.end and passage.end > anchor.start
        for line in range(passage.first_line, passage.last_line + 1)
    }


def missing(wish, dossier, anchors):
    return sorted(set(wish) - lines_of(dossier, *anchors))
