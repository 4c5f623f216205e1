"""Slack's marks are read from what people type and escaped in what we say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.tokens import escape, plain, typed


@pytest.mark.parametrize(
    ("wire", "seen"),
    [
        ("<@U0BOT> link my account", "link my account"),
        ("<@U0BOT|help> link", "link"),
        ("ask <@W0OTHER> about it", "ask   about it"),
        ("<!here> <!channel> <!everyone> hi", "hi"),
        ("<!subteam^S1|@clerks> hi", "hi"),
        ("see <#C1|general>", "see general"),
        ("see <#C1>", "see"),
        ("on <!date^1|soon>", "on soon"),
        ("is <https://pacer.uscourts.gov> real", "is https://pacer.uscourts.gov real"),
        ("is <https://a.example|a.example> real", "is a.example real"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("if a &lt; b &amp;&amp; c &gt; d", "if a < b && c > d"),
        ("&amp;lt;", "&lt;"),
        ("<not a token>", "<not a token>"),
        ("", ""),
    ],
)
def test_people_are_read_as_they_see_themselves(wire: str, seen: str) -> None:
    """Mentions go, links become their words, escapes are undone once."""
    assert plain(wire) == seen


@given(st.text())
def test_escaped_words_are_read_back_as_they_were(text: str) -> None:
    """Escaping is undone by reading, whatever the words."""
    assert plain(escape(text)) == text.strip()


@given(st.text())
def test_escaped_words_hold_no_token(text: str) -> None:
    """No mention and no disguised link is left in what we send."""
    assert "<" not in escape(text)
    assert ">" not in escape(text)


@pytest.mark.parametrize(
    ("wire", "seen"),
    [
        (":+1:", "yes"), (":thumbsup::skin-tone-3:", "yes"), (":-1:", "no"),
        ("great :+1: how do I link", "great   how do I link"), ("２", "2"), (":two:", ""),
        (":smile:", ""), (":wave::skin-tone-2: :tada:", ""), ("2 :smile:", "2"), ("no :cry:", "no"),
        ("at 10:30:45", "at 10:30:45"), ("it says :error: here", "it says :error: here"),
    ],
)  # fmt: skip
def test_thumbs_emoji_and_wide_letters_are_plain(wire: str, seen: str) -> None:
    """A thumb alone is an answer; other emoji are no words, alone or beside a short answer."""
    assert typed(wire) == seen
