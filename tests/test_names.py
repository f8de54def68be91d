"""Names: mentions in an article, and the actors and places they are joined into."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.anchors import resolve_anchor
from dossier.extract import extract_source
from dossier.extract.names.find import find_mentions
from dossier.extract.sentences import find_sentences
from dossier.gazetteer import load_gazetteer
from dossier.model import Extraction, Fact, PairJudgement
from dossier.resolve.identity.actors import resolve_actors
from dossier.resolve.identity.names_match import body_base, fit, is_typo, parse_person
from dossier.resolve.identity.places import resolve_places
from dossier.settings import load_lexicon
from dossier.vocabulary import FactBasis, Judgement, MentionForm, PassageKind, RoleStatus
from standins import make_source

LEXICON = load_lexicon(None)


def read(source):
    sentences = find_sentences(source, LEXICON)
    mentions = find_mentions(source, sentences, (), LEXICON)
    return Extraction(source.id, sentences, mentions, (), (), ())


def article(text, source_id="001", published="2030-05-02"):
    """An article whose first line is its headline; a bare text gets one without names."""
    return make_source(source_id, text if "\n" in text else f"what happened\n{text}", published)


def say_mention(mention):
    """One line a mention: name <kind>, then form, title and affiliation where there are any."""
    line = f"{mention.name} <{mention.kind or '?'}>"
    if mention.form is not MentionForm.NAME:
        line += f" {mention.form}"
    if mention.title and mention.form is MentionForm.NAME:
        quoted = " in quotation marks" if mention.title_quoted else ""
        line += f" = {mention.title}{quoted}"
        if mention.title_status is not RoleStatus.CURRENT:
            line += f", {mention.title_status}"
    if mention.affiliation:
        line += f" @ {mention.affiliation}"
    return line


def say_actor(actor, texts):
    """One line an actor: name <kind>, its flags, and the words of its mentions."""
    flags = ("" if actor.named else " unnamed") + (" voice" if actor.voice else "")
    words = ", ".join(texts[one] for one in actor.mention_ids)
    return f"{actor.name} <{actor.kind}>{flags}: {words}".rstrip(": ")


def resolved(case):
    """Sources and extractions of a case's articles, and its judgements."""
    given_articles = case["articles"]
    sources = [
        article(one["text"], one["id"], one.get("published", "2030-05-02"))
        for one in given_articles
    ]
    judgements = [
        PairJudgement(left, right, Judgement(verdict), "a reason", "identity.yml:1")
        for verdict, left, right in case.get("judgements", ())
    ]
    return sources, [read(source) for source in sources], judgements


def texts_of(extractions):
    return {one.id: one.anchor.exact for part in extractions for one in part.mentions}


@pytest.mark.cases("mentions_found")
def test_mentions_are_found(case):
    for one in case["cases"]:
        found = [say_mention(mention) for mention in read(article(one["text"])).mentions]
        assert found == one["expected"], one["text"]


@pytest.mark.cases("actors_joined")
def test_actors_are_joined(case):
    for one in case["cases"]:
        sources, extractions, judgements = resolved(one)
        actors, problems = resolve_actors(sources, extractions, LEXICON, judgements)
        texts = texts_of(extractions)
        assert [say_actor(actor, texts) for actor in actors] == one["expected"], one["articles"]
        codes = sorted(problem.code for problem in problems)
        assert codes == one.get("problems", []), [str(problem) for problem in problems]


@pytest.mark.parametrize("term", ["Harrow Bay", "HARROW BAY", "harrow bay"])
def test_several_words_that_name_nobody_are_left_out_in_any_case(tmp_path, term):
    (tmp_path / "not_names.txt").write_text(f"{term}\n")
    lexicon = load_lexicon(tmp_path)
    told = article(
        "Rosa Quispe sued the Harrow Bay Council in Harrow Bay. HARROW BAY sank. "
        "The Harrow Bay left with Mario Tello."
    )
    before = {one.name for one in read(told).mentions}
    sentences = find_sentences(told, lexicon)
    found = {one.name for one in find_mentions(told, sentences, (), lexicon)}
    assert {"Harrow Bay", "HARROW BAY"} <= before
    assert {"Rosa Quispe", "Harrow Bay Council", "Mario Tello"} <= found
    assert not {name for name in found if name.casefold().endswith("harrow bay")}


def test_a_judgement_that_meets_nothing_says_so_once_and_names_what_is_there():
    found = article("Rosa Quispe sued Mario Tello. Tello paid.", "001", "2030-05-02")
    pairs = [
        PairJudgement(left, right, Judgement.SAME, "a reason", "identity.yml:1")
        for left, right in (
            ("R. Quispe", "Tello"),
            ("R. Quispe", "Mario Tello"),
            ("001:L2.2 Quispe", "Tello"),
            ("Nadia Osk", "Tello"),
        )
    ]
    _, problems = resolve_actors([found], [read(found)], LEXICON, pairs)
    assert [str(problem) for problem in problems if problem.code == "A305"] == [
        "identity.yml:1: A305 '001:L2.2 Quispe' names no mention as printed in the sources "
        "(the mentions there are 'Tello')",
        "identity.yml:1: A305 'Nadia Osk' names no mention as printed in the sources "
        "(there are no mentions with one of these words)",
        "identity.yml:1: A305 'R. Quispe' names no mention as printed in the sources "
        "(the mentions with one of these words are 'Rosa Quispe')",
    ]


@pytest.mark.cases("actors_roles")
def test_roles_are_gathered(case):
    for one in case["cases"]:
        sources, extractions, _ = resolved(one)
        actors, _ = resolve_actors(sources, extractions, LEXICON)
        found = [
            f"{actor.name}: {role.title}, {role.status}, {role.as_of.edtf if role.as_of else '?'}"
            + (f" ({role.note})" if role.note else "")
            for actor in actors
            for role in actor.roles
        ]
        assert found == one["expected"], one["articles"]


@pytest.mark.cases("places_joined")
def test_places_are_joined(case):
    for one in case["cases"]:
        sources, extractions, judgements = resolved(one)
        places, _ = resolve_places(sources, extractions, LEXICON, judgements)
        texts = texts_of(extractions)
        found = [
            f"{place.name} ({place.precision}{', ' + place.within if place.within else ''}): "
            + ", ".join(texts[mention] for mention in place.mention_ids)
            for place in places
        ]
        assert found == one["expected"], one["articles"]


NEWS = (
    "Ghana's trade minister Ama Mensah met Kofi Boateng, a spokesman for the Port Authority, in"
    " Tema. She said the talks went well. Boateng did not comment.",
    "The Ghanaian government welcomed the deal. Chile and the Chilean Navy did not. A Chilean"
    " spokesman told the Harbour Herald that Accra had asked first.",
    "Former mayor Efua Mensah, 61, disagreed. “We were never asked,” she said. Mensah left.",
    "Mr Boateng flew to Lima, Peru. The Port Authority (PA) said it would wait. PA shares fell.",
)


@settings(max_examples=40)
@given(st.permutations(range(4)), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(order, rng):
    sources = [article(text, f"00{number}", f"2030-05-0{number + 1}")
               for number, text in enumerate(NEWS)]  # fmt: skip
    extractions = [read(source) for source in sources]
    expected = resolve_actors(sources, extractions, LEXICON)
    places = resolve_places(sources, extractions, LEXICON)
    shuffled = [sources[index] for index in order]
    parts = extractions[:]
    rng.shuffle(parts)
    assert resolve_actors(shuffled, parts, LEXICON) == expected
    assert resolve_places(shuffled, parts, LEXICON) == places


SCRAPS = (
    "Ama Mensah Kofi Boateng Ghana's Ghanaian Chile the The a of for and & , . “ ” ( ) Ministry"
    " Port Authority PA minister President acting then-President said in Tema , Peru U.S. he she"
    " his spokesman officials ministry 's al-Masri van de Berg O'Neill Monday — / @x #Tema …"
)
WORDS = SCRAPS.split()


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_text_gives_anchored_mentions_of_at_most_one_actor(words):
    source = article(" ".join(words))
    part = read(source)
    ids = [mention.id for mention in part.mentions]
    assert len(ids) == len(set(ids))
    starts = [(mention.anchor.start, -mention.anchor.end) for mention in part.mentions]
    assert starts == sorted(starts)
    for mention in part.mentions:
        assert resolve_anchor(source, mention.anchor)
        sentence = next(one for one in part.sentences if one.id == mention.sentence_id)
        assert sentence.start <= mention.anchor.start < mention.anchor.end <= sentence.end
    actors, _ = resolve_actors([source], [part], LEXICON)
    places, _ = resolve_places([source], [part], LEXICON)
    held = [one for owner in (*actors, *places) for one in owner.mention_ids]
    assert len(held) == len(set(held))
    assert set(held) <= set(ids)
    addresses = [actor.id for actor in actors]
    assert len(addresses) == len(set(addresses))


@given(st.text(max_size=200))
def test_no_text_breaks_the_recogniser(text):
    read(article(f"title\n{text}"))


def test_a_long_line_takes_linear_time():
    text = " ".join(WORDS[(step * step + 3 * step) % len(WORDS)] for step in range(60_000))
    part = read(article(text))
    resolve_actors([article(text)], [part], LEXICON)
    assert part.mentions


def test_authors_are_voices():
    source = article("Ama Mensah said so.")
    signed = type(source)(
        **{name: getattr(source, name) for name in source.__dataclass_fields__}
        | {"authors": (Fact("Yaw Darko", FactBasis.STATED), Fact("Ama Mensah", FactBasis.STATED))}
    )
    actors, _ = resolve_actors([signed], [read(signed)], LEXICON)
    assert [(actor.name, actor.voice, actor.note) for actor in actors] == [
        ("Ama Mensah", False, ""),
        ("Yaw Darko", True, "Author of 001."),
    ]


def test_captions_name_photographers():
    source = article("note\nThe harbour at dawn. Yaw Darko / AFP via Getty")
    caption = source.passages[1]
    passages = (source.passages[0], type(caption)(1, caption.start, caption.end,
                PassageKind.CAPTION, caption.first_line, caption.last_line))  # fmt: skip
    shown = type(source)(
        **{name: getattr(source, name) for name in source.__dataclass_fields__}
        | {"passages": passages}
    )
    actors, _ = resolve_actors([shown], [read(shown)], LEXICON)
    assert [actor.name for actor in actors if actor.voice] == ["Yaw Darko"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("boateng", "boatneg", True),
        ("boateng", "boatng", True),
        ("boateng", "boateng", False),
        ("boatengs", "boateng", False),
        ("mensah", "tensah", False),
        ("darko", "darku", False),
    ],
)
def test_typos_are_one_letter_in_a_long_word(left, right, expected):
    assert is_typo(left, right) is expected
    assert is_typo(right, left) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Ama Mensah", "Ama Serwaa Mensah", True),
        ("A. Mensah", "Ama Mensah", True),
        ("Efua Mensah", "Ama Mensah", False),
        ("Mullah Omar Darwish", "Omar Darwish", True),
        ("Ahmad al-Masri", "Ahmad Al Masri", True),
        ("Li Na", "Li Wei", False),
    ],
)
def test_shorter_names_fit_longer_ones(short, long, expected):
    lists = load_gazetteer(LEXICON)
    assert fit(parse_person(short, lists), parse_person(long, lists)) is expected


def test_ministries_are_named_either_way_round():
    assert body_base("Ministry of Foreign Affairs") == body_base("Foreign Ministry")
    assert body_base("Department of Justice") == body_base("Justice Department")
    assert body_base("Ministry of Defence") == body_base("Defense Ministry")


def test_families_that_come_first():
    lists = load_gazetteer(LEXICON)
    assert parse_person("Zhou Meilin", lists).family == "zhou"
    assert parse_person("Park Ji-won", lists).family == "park"
    assert parse_person("Li Anna", lists).family == "anna"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Gregor Tamsin spoke. “Jonas Krell came late, and he left,” Tamsin said.", "Jonas Krell"),
        ("Gregor Tamsin spoke. “He left early and came late,” Jonas Krell said.", ""),
        ("“Jonas Krell met Pedro Salas before he left,” Gregor Tamsin said.", ""),
        ("“Maren Aldous met Ann Krell before he left,” Gregor Tamsin said.", ""),
        ("“Maren Aldous came late, and he left,” Gregor Tamsin said.", ""),
    ],
)
def test_a_pronoun_in_a_quotation_means_the_one_person_whom_it_has_named(text, meant):
    source = article(text)
    extraction = extract_source(source, LEXICON)
    actors, _ = resolve_actors([source], [extraction], LEXICON)
    (pronoun,) = (one.id for one in extraction.mentions if one.form is MentionForm.PRONOUN)
    assert [actor.name for actor in actors if pronoun in actor.mention_ids] == [meant] * bool(meant)
