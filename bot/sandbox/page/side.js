// The list of channels and apps.

import { go } from "./actions.js";
import { wish } from "./api.js";
import { button, el, fill, focusMark, restoreFocus } from "./dom.js";
import { icon } from "./icons.js";
import { app, unread } from "./store.js";

const side = document.getElementById("side");

export function showSide() {
  const mark = focusMark(side);
  const { channels, shortcuts } = app.data;
  const global = shortcuts.filter((it) => it.type === "global");
  fill(
    side,
    group(
      "Channels",
      channels.filter((it) => it.type !== "im"),
    ),
    group(
      "Apps",
      channels.filter((it) => it.type === "im"),
    ),
    global.length > 0 &&
      el(
        "section",
        {},
        el("h2", {}, "Shortcuts"),
        el(
          "ul",
          {},
          global.map((it) =>
            el(
              "li",
              {},
              button(
                [icon("bolt"), it.name],
                () => wish("shortcut", { user: app.user, id: it.callback_id }).then(app.refresh),
                { data: { focus: `shortcut/${it.callback_id}` } },
              ),
            ),
          ),
        ),
      ),
    el("p", { class: "side-foot" }, "A stand-in for Slack on this computer. Nothing leaves it."),
  );
  restoreFocus(side, mark);
}

function group(title, channels) {
  return el("section", {}, el("h2", {}, title), el("ul", {}, channels.map(entry)));
}

function entry(it) {
  const sign = icon({ channel: "hash", group: "lock", im: "chat" }[it.type]);
  const count = it.id === app.channel ? 0 : unread(it.id);
  return el(
    "li",
    {},
    button(
      [
        sign,
        el("span", { class: "side-name" }, it.name),
        count > 0 &&
          el(
            "span",
            { class: "badge" },
            el("span", { class: "unseen" }, "new messages: "),
            String(count),
          ),
      ],
      () => go(it.id),
      {
        class: count > 0 ? "unread" : undefined,
        "aria-current": it.id === app.channel ? "page" : undefined,
        data: { focus: `channel/${it.id}` },
      },
    ),
  );
}
