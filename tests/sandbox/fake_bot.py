"""A small Bolt app to point the stand-in Slack at: it echoes, opens modals and counts."""

from typing import Any

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from bot.sandbox import Slack

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(label: str, action_id: str, value: str) -> Json:
    return {"type": "button", "text": plain(label), "action_id": action_id, "value": value}


MODAL = {
    "type": "modal",
    "callback_id": "tell",
    "title": plain("Tell us"),
    "submit": plain("Send"),
    "close": plain("Cancel"),
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "words",
            "label": plain("Your words"),
            "element": {"type": "plain_text_input", "action_id": "typed"},
        },
    ],
}
MENU = {
    "type": "static_select",
    "action_id": "pick",
    "placeholder": plain("Pick one"),
    "options": [{"text": plain("Red"), "value": "red"}, {"text": plain("Blue"), "value": "blue"}],
}
FEEDBACK = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "helped",
            "positive_button": {"text": plain("That helped"), "value": "yes"},
            "negative_button": {"text": plain("That did not help"), "value": "no"},
        }
    ],
}


def echo_blocks(text: str) -> list[Json]:
    return [
        {"type": "section", "text": plain(text)},
        {"type": "actions", "elements": [button("Tell us", "open", "1"), MENU]},
        FEEDBACK,
    ]


def fake_bot(slack: Slack) -> App:
    """A bot that answers as the tests expect; `slack` receives its calls."""
    client = WebClient(token=slack.workspace.bot_token, base_url=slack.api_url)
    app = App(
        client=client,
        signing_secret=slack.signing_secret,
        process_before_response=True,
        token_verification_enabled=False,
    )
    _hear(app)
    _act(app)
    _submit(app)
    return app


def attach(slack: Slack) -> App:
    """Make the fake bot and point `slack` at it."""
    app = fake_bot(slack)
    slack.deliver_to_wsgi(SlackRequestHandler(app))
    return app


def _hear(app: App) -> None:
    @app.event("message")
    def _(event: Json, say: Any) -> None:
        if "subtype" not in event or event["subtype"] == "file_share":
            words = f"You said: {event['text']}"
            thread = event.get("thread_ts") or event["ts"]
            say(text=words, blocks=echo_blocks(words), thread_ts=thread)

    @app.event("app_mention")
    def _(event: Json, say: Any) -> None:
        say(text="You called me", thread_ts=event.get("thread_ts") or event["ts"])

    @app.event("app_home_opened")
    def _(event: Json, client: WebClient) -> None:
        words = "Welcome back" if "view" in event else "Welcome"
        blocks = [
            {"type": "header", "text": plain(words)},
            {"type": "actions", "elements": [button("Tell us", "open", "home")]},
        ]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.command("/nextgen")
    def _(ack: Any, command: Json) -> None:
        words = f"You asked: {command['text']}"
        blocks = [{"type": "actions", "elements": [button("Share", "share", "1")]}]
        ack(text=words, blocks=[{"type": "section", "text": plain(words)}, *blocks])


def _act(app: App) -> None:
    @app.action("open")
    def _(ack: Any, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        ack()

    @app.action("pick")
    def _(ack: Any, action: Json, respond: Any) -> None:
        ack()
        respond(text=f"You picked {action['selected_option']['value']}")

    @app.action("helped")
    def _(ack: Any, action: Json, respond: Any) -> None:
        ack()
        respond(text=f"Feedback: {action['value']}")

    @app.action("share")
    def _(ack: Any, respond: Any) -> None:
        ack()
        respond(text="Shared", response_type="in_channel")
        respond(delete_original=True)


def _submit(app: App) -> None:
    @app.view("tell")
    def _(ack: Any, view: Json, body: Json, client: WebClient) -> None:
        typed = view["state"]["values"]["words"]["typed"]["value"]
        if typed == "wrong":
            ack(response_action="errors", errors={"words": "Say it better"})
            return
        if typed == "more":
            ack(response_action="push", view=MODAL)
            return
        client.chat_postMessage(channel=body["user"]["id"], text=f"You told: {typed}")
        ack()

    @app.view_closed("tell")
    def _(ack: Any, body: Json, client: WebClient) -> None:
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text="You closed it")

    @app.shortcut("ask")
    def _(ack: Any, shortcut: Json, client: WebClient) -> None:
        client.views_open(trigger_id=shortcut["trigger_id"], view=MODAL)
        ack()
