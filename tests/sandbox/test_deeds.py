"""What people do in the stand-in Slack reaches a real Bolt app, and its answers come back."""

import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.sandbox import Person, Slack
from tests.sandbox.fake_bot import fake_bot


def test_a_direct_message_is_answered_in_its_thread(talking: Slack) -> None:
    """A message to the bot is delivered as `message.im`, and the answer stands in the thread."""
    exchange = talking.say("D0ALICE", "hello")
    assert exchange.delivered
    assert exchange.posted is not None
    (answer,) = talking.thread(exchange.posted)
    assert answer.text == "You said: hello"
    assert talking.last_event["event"]["channel_type"] == "im"


def test_a_mention_where_the_bot_is_a_member_is_heard(talking: Slack) -> None:
    """A mention reaches a bot that is in the channel; other words there do not."""
    assert talking.say("C0EFILING", "<@U0BOT> help").delivered
    assert [it.text for it in talking.replies("C0EFILING")] == ["You called me"]
    assert talking.say("C0EFILING", "just talking").deliveries == ()


def test_a_mention_elsewhere_is_not_heard(talking: Slack) -> None:
    """Where the bot is no member nothing is delivered."""
    assert talking.say("C0GENERAL", "<@U0BOT> help").deliveries == ()


def test_only_members_can_speak(talking: Slack) -> None:
    """Who is not in a channel cannot write there."""
    with pytest.raises(ValueError, match="not in C0CLERKS"):
        talking.say("C0CLERKS", "hello", user="U0ALICE")


def test_edits_and_deletions_are_told_as_hidden_messages(talking: Slack) -> None:
    """A changed or deleted message is an event with a subtype, and is seen changed or gone."""
    posted = talking.say("D0ALICE", "hello").posted
    assert posted is not None
    talking.edit(posted, "good day")
    assert talking.last_event["event"]["subtype"] == "message_changed"
    assert talking.last_event["event"]["message"]["text"] == "good day"
    talking.delete(posted)
    assert talking.last_event["event"]["subtype"] == "message_deleted"
    assert posted.ts not in [it.ts for it in talking.messages("D0ALICE")]


def test_a_shared_file_is_a_message_with_files(talking: Slack) -> None:
    """A file is told as `file_share`."""
    talking.share_file("D0ALICE", text="see this")
    assert talking.last_event["event"]["files"][0]["name"] == "scan.png"
    assert talking.replies()[-1].text == "You said: see this"


def test_overrides_are_part_of_the_message(talking: Slack) -> None:
    """A message can be made to look as another bot's."""
    talking.say("D0ALICE", "beep", subtype="bot_message", bot_id="B0OTHER")
    assert talking.last_event["event"]["bot_id"] == "B0OTHER"
    assert talking.replies() == []


def test_a_command_is_answered_to_its_person_alone(talking: Slack) -> None:
    """What stands in the acknowledgement is shown to the one who typed the command."""
    exchange = talking.command("/nextgen", "what is it", user="U0BEN")
    assert exchange.posted is not None
    assert exchange.posted.text == "You asked: what is it"
    assert talking.messages("C0EFILING", user="U0ALICE") == []
    assert talking.messages("C0EFILING", user="U0BEN") == [exchange.posted]


def test_a_command_that_fails_is_told_by_slack(talking: Slack) -> None:
    """Without an acknowledgement Slackbot says so, and the two ways to fail differ."""
    talking.deliver_to("http://127.0.0.1:9/slack/events")
    exchange = talking.command("/nextgen", "x")
    assert exchange.status == 0
    assert exchange.posted is not None
    assert "dispatch_failed" in exchange.posted.text
    assert not exchange.posted.bot


def test_a_command_that_comes_late_is_told_as_a_timeout(talking: Slack) -> None:
    """An acknowledgement after the limit counts as none."""
    released = threading.Event()
    talking.deliver_to_wsgi(lambda environ, start: [str(released.wait(5)).encode()])
    talking.delivery.seconds = 0.05
    exchange = talking.command("/nextgen", "x")
    released.set()
    assert exchange.posted is not None
    assert "operation_timeout" in exchange.posted.text


def test_a_button_opens_a_modal_and_its_words_arrive(talking: Slack) -> None:
    """Press, modal, error, correction, end: the way of every form."""
    talking.say("D0ALICE", "hello")
    talking.press(talking.replies()[0], "open")
    view = talking.view()
    assert view is not None
    talking.submit(view, {"typed": "wrong"})
    assert view.errors == {"words": "Say it better"}
    talking.submit(view, {"typed": "right"})
    assert talking.view() is None
    assert talking.replies()[-1].text == "You told: right"


def test_an_empty_mandatory_field_is_not_sent(talking: Slack) -> None:
    """Slack itself asks for a mandatory field."""
    talking.shortcut("ask")
    view = talking.view()
    assert view is not None
    assert talking.submit(view).deliveries == ()
    assert view.errors == {"words": "Please complete this required field."}


def test_modals_lie_three_deep(talking: Slack) -> None:
    """A fourth modal is refused, and closing goes back one."""
    talking.shortcut("ask")
    for _ in range(3):
        view = talking.view()
        assert view is not None
        talking.submit(view, {"typed": "more"})
    assert len(talking.state.views.stack("U0ALICE")) == 3
    assert talking.problems == ["view_submission: push_limit_reached"]
    talking.problems.clear()
    top = talking.view()
    assert top is not None
    talking.close_view(top)
    assert len(talking.state.views.stack("U0ALICE")) == 2
    assert talking.replies()[-1].text == "You closed it"


def test_a_menu_tells_what_was_picked(talking: Slack) -> None:
    """Picking from a menu sends the whole option; one that is not offered cannot be picked."""
    talking.say("D0ALICE", "hello")
    message = talking.replies()[0]
    talking.press(message, "pick", "blue")
    assert talking.replies()[-1].text == "You picked blue"
    with pytest.raises(LookupError, match="offers no 'green'"):
        talking.press(message, "pick", "green")


def test_feedback_has_two_sides(talking: Slack) -> None:
    """Feedback buttons share one action and differ in value."""
    talking.say("D0ALICE", "hello")
    talking.press(talking.replies()[0], "helped", "no")
    assert talking.replies()[-1].text == "Feedback: no"


def test_an_ephemeral_message_can_be_shared_and_taken_away(talking: Slack) -> None:
    """A `response_url` posts in the channel and deletes the ephemeral original."""
    shown = talking.command("/nextgen", "x").posted
    assert shown is not None
    with pytest.raises(ValueError, match="does not see"):
        talking.press(shown, "share", user="U0BEN")
    talking.press(shown, "share")
    assert [(it.text, it.ephemeral_for) for it in talking.replies()] == [("Shared", None)]


def test_the_home_tab_is_published_and_known_next_time(talking: Slack) -> None:
    """Opening Home lets the bot publish; the next time the event carries the view."""
    talking.open_home()
    home = talking.home()
    assert home is not None
    assert home.blocks[0]["text"]["text"] == "Welcome"
    talking.open_home()
    assert home.blocks[0]["text"]["text"] == "Welcome back"
    talking.press(home, "open")
    assert talking.view() is not None


def test_a_control_that_is_not_there_cannot_be_pressed(talking: Slack) -> None:
    """Pressing what is not offered says what is."""
    talking.say("D0ALICE", "hello")
    with pytest.raises(LookupError, match="Tell us"):
        talking.press(talking.replies()[0], label="Order pizza")


def test_a_new_person_can_write_to_the_bot(talking: Slack) -> None:
    """Anybody added to the workspace has a direct message of their own."""
    talking.workspace.add(Person("U0DORA", "dora", "Dora Lind"), channels=["C0EFILING"])
    assert talking.say("D0DORA", "hello", user="U0DORA").delivered


def test_socket_mode_carries_the_same(slack: Slack) -> None:
    """While the bot holds a connection everything goes over it, answers included."""
    handler = SocketModeHandler(fake_bot(slack), slack.workspace.app_token)
    handler.connect()  # type: ignore[no-untyped-call] # the library has no types here
    try:
        assert slack.wait_until(lambda: slack.socket.connections)
        assert slack.say("D0ALICE", "hello").delivered
        shown = slack.command("/nextgen", "x").posted
        assert shown is not None
        assert shown.text == "You asked: x"
        slack.press(slack.replies("D0ALICE")[0], "open")
        view = slack.view()
        assert view is not None
        slack.submit(view, {"typed": "wrong"})
        assert view.errors
        slack.socket.disconnect()
        assert slack.wait_until(lambda: len(slack.calls("apps.connections.open")) == 2)
        assert slack.wait_until(lambda: slack.say("D0ALICE", "still there?").delivered)
    finally:
        handler.close()  # type: ignore[no-untyped-call] # nor here


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def test_a_bot_on_an_address_is_reached_over_http(slack: Slack) -> None:
    """Requests are posted, signed, to the address the bot listens on."""
    app = SlackRequestHandler(fake_bot(slack))
    with make_server("127.0.0.1", 0, app, handler_class=_Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        slack.deliver_to(f"http://127.0.0.1:{server.server_port}/slack/events")
        exchange = slack.say("D0ALICE", "hello")
        server.shutdown()
        thread.join()
    assert exchange.status == 200
    assert slack.replies()[0].text == "You said: hello"
