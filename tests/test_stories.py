"""Which articles are on one story."""

from dossier.dates import parse_edtf
from dossier.model import Calendar, Dating
from dossier.resolve.events.stories import NO_STORIES, find_stories
from dossier.settings import load_lexicon
from dossier.vocabulary import DateBasis
from standins import make_source

LEXICON = load_lexicon(None)
FIRE = "Paint works burns\nThe paint works of Narvik burned and its barred windows held the shift."
BLAZE = "Windows\nA blaze ran through the paint works of Narvik; windows were barred in spring."
TALKS = (
    "Cod talks\nFisheries officials argued over herring and cod in a tavern of Lisk by lamplight."
)


def stories_of(*articles):
    sources = [make_source(key, text, day) for key, day, text in articles]
    calendar = Calendar(
        {key: Dating(parse_edtf(day), DateBasis.EXPLICIT) for key, day, _ in articles if day != ""},
        {},
    )
    return find_stories(sources, calendar, LEXICON)


def test_articles_of_the_same_days_and_words_are_on_one_story():
    found = stories_of(
        ("a", "2021-05-08", FIRE), ("b", "2021-05-09", BLAZE), ("c", "2021-05-09", TALKS)
    )
    assert dict(found.beside) == {"a": ("b",), "b": ("a",)}


def test_articles_weeks_apart_are_on_stories_of_their_own():
    found = stories_of(("a", "2021-05-08", FIRE), ("b", "2021-05-28", FIRE))
    assert found is NO_STORIES


def test_articles_without_a_day_must_be_more_alike():
    assert dict(stories_of(("a", "2021-05-08", FIRE), ("b", "", FIRE)).beside)["b"] == ("a",)
    loosely = f"{TALKS} Nobody spoke of the paint works of Narvik."
    assert stories_of(("a", "2021-05-08", FIRE), ("b", "2021-05-08", loosely)).beside
    assert not stories_of(("a", "2021-05-08", FIRE), ("b", "", loosely)).beside


def test_the_order_of_articles_changes_nothing():
    articles = [
        ("a", "2021-05-08", FIRE),
        ("b", "2021-05-09", BLAZE),
        ("c", "2021-05-09", TALKS),
        ("d", "2021-05-11", FIRE),
    ]
    assert stories_of(*articles) == stories_of(*articles[::-1])


def test_stories_differ_where_only_what_is_known_is_common():
    found = stories_of(
        ("a", "2021-05-08", FIRE), ("b", "2021-05-09", BLAZE), ("c", "2021-05-09", TALKS)
    )
    assert not found.differ("a", "b", frozenset())
    assert found.differ("a", "c", frozenset())
    assert found.differ("a", "b", found.find_words([FIRE]))
    assert not found.differ("a", "elsewhere", frozenset())


def test_an_article_is_put_beside_a_few_only():
    held = [
        (f"s{number:02}", "2021-05-08", f"{FIRE} Number {number * 111}.") for number in range(40)
    ]
    assert max(len(one) for one in stories_of(*held).beside.values()) <= 12
