"""Why this answer: what a clerk is told."""

from datetime import UTC, datetime
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.helpdesk import HelpDesk, lessons_of, words_of
from bot.helpdesk.explain import explain_text
from bot.matching import learn
from tests.helpdesk.folder import example

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


@cache
def desk() -> HelpDesk:
    knowledge = example()
    return HelpDesk(knowledge, learn(lessons_of(knowledge), words_of(knowledge)))


def test_it_tells_everything_that_decided() -> None:
    """Outcome, rule, candidates with their words, who reviewed it when, and the version."""
    reply = desk().ask("forgot my password", NOW)
    told = explain_text(desk(), "forgot my password", NOW)
    assert "How do I reset my password? [password]" in told
    assert f"Decided by: {reply.rule} (confidence {reply.confidence:.0%})" in told
    assert "for: " in told
    assert "password: last reviewed November 1, 2026" in told
    assert f"Version of the answers: {example().version}" in told


def test_a_secret_is_not_repeated() -> None:
    """What is explained is what was matched: without the secret."""
    told = explain_text(desk(), "forgot it, my password is Hunter22!", NOW)
    assert "hunter22" not in told.lower()
    assert "secret" in told


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_any_question_can_be_explained(question: str) -> None:
    """Whatever is typed, there is an explanation that ends with the version."""
    assert explain_text(desk(), question, NOW).strip().endswith(example().version)
