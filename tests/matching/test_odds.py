"""Odds: how desks with few phrasings are ranked."""

import pytest

from bot.matching import Kind, Lesson, Matcher, Words, learn

LESSONS = tuple(
    Lesson(name, Kind.TOPIC, tuple(f"{way} {thing}" for way in ("where is", "show", "buy a")))
    for name, thing in (
        ("zebra", "striped horse"),
        ("yak", "hairy horse"),
        ("ant", "small insect"),
        ("bee", "yellow insect"),
    )
)
QUESTIONS = ("a hairy striped horse", "striped horse or insect", "is the yellow horse small")


@pytest.mark.parametrize("typed", QUESTIONS)
def test_labels_stand_in_the_order_of_their_scores(typed: str) -> None:
    """Candidates are best first by score, also where their probabilities are alike."""
    matcher = learn(LESSONS, Words())
    finder = matcher._finder
    readings = [word for part in finder.read(typed) for word in part]
    found = finder.finding(finder.passage(readings), ())
    assert found is not None

    listed = [each.id for each in matcher.match(typed).candidates]

    assert listed == [entry.candidate.id for entry in found.entries]


def test_odds_survive_as_bytes_and_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few phrasings are ranked by odds, kept ones too; without odds the ranking differs."""
    learned = learn(LESSONS, Words())
    kept = Matcher.from_bytes(learned.to_bytes())
    monkeypatch.setattr("bot.matching.learning.FEW", 0)
    plain = learn(LESSONS, Words())

    assert [kept.match(each) for each in QUESTIONS] == [learned.match(each) for each in QUESTIONS]
    assert kept._finder.learned.model.odds is not None
    assert plain._finder.learned.model.odds is None
    assert [plain.match(each) for each in QUESTIONS] != [learned.match(each) for each in QUESTIONS]
