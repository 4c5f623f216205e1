// Messages of a channel or a thread.

import { askAgain, openThread, press, typedText } from "./actions.js";
import { wish } from "./api.js";
import { blocks, words } from "./blocks.js";
import { button, el, sync, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { askText, confirmed } from "./modal.js";
import { openPanel } from "./panel.js";
import { app, names, replies } from "./store.js";

/** Show messages in a list, with a line where a day begins; stay at the end if we were there. */
export function showMessages(list, messages, inThread = false) {
  const scroll = list.parentElement;
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const before = list.childElementCount;
  sync(list, items(messages, inThread), (it) => it.key, draw);
  if (atEnd && list.childElementCount !== before) toNewest(list, scroll);
}

/** The newest message in view: its beginning, when it is longer than the pane. */
function toNewest(list, scroll) {
  scroll.scrollTop = scroll.scrollHeight;
  const last = list.lastElementChild;
  if (last && last.offsetHeight > scroll.clientHeight) last.scrollIntoView({ block: "start" });
}

function items(messages, inThread) {
  const listed = [];
  let day = "";
  for (const message of messages) {
    if (message.day !== day && !inThread) listed.push({ key: `day ${(day = message.day)}`, day });
    const answers = inThread ? [] : replies(message.ts);
    listed.push({
      key: message.ts,
      message,
      mine: message.user === app.user,
      answers: answers.length,
      last: answers.at(-1)?.time ?? "",
      chosen: app.selected === message.ts && app.panel !== null,
      shortcuts: app.data.shortcuts,
    });
  }
  return listed;
}

function draw(item) {
  if (item.day) return el("li", { class: "day" }, el("span", {}, item.day));
  const { message } = item;
  const title = `${message.name}, ${message.time}${message.ephemeral ? ", only visible to you" : ""}`;
  return el(
    "li",
    { class: `message ${message.ephemeral ? "ephemeral" : ""} ${item.chosen ? "chosen" : ""}` },
    el(
      "article",
      { "aria-label": title },
      avatar(message),
      el(
        "div",
        { class: "message-body" },
        message.ephemeral && el("p", { class: "only-you" }, "Only visible to you"),
        head(message),
        content(message),
        message.files.map((it) => el("p", { class: "file" }, icon("file"), ` ${it}`)),
        message.reactions.length > 0 &&
          el("p", { class: "reactions" }, message.reactions.map((it) => `:${it}:`).join(" ")),
        item.answers > 0 && threadButton(item),
      ),
      toolbar(item),
    ),
  );
}

export function avatar(message) {
  const letters = message.name
    .split(" ")
    .map((it) => it[0])
    .slice(0, 2)
    .join("");
  const hue = message.bot
    ? "bot"
    : `hue-${[...message.user].reduce((sum, it) => sum + it.codePointAt(0), 0) % 4}`;
  return el("span", { class: `avatar ${hue}`, "aria-hidden": "true" }, letters);
}

function head(message) {
  return el(
    "p",
    { class: "message-head" },
    el("strong", {}, message.name),
    message.bot && el("span", { class: "tag" }, "APP"),
    el("time", {}, message.time),
    message.edited && !message.bot && el("span", { class: "edited" }, "(edited)"),
  );
}

function content(message) {
  if (!message.blocks.length) return words(message, names);
  const place = { channel: message.channel, ts: message.ts };
  return el(
    "div",
    { class: "blocks" },
    blocks(message.blocks, {
      names,
      user: app.user,
      confirm: confirmed,
      press: (element, block, value) => press(place, element, block, value),
    }),
  );
}

function threadButton({ message, answers, last }) {
  const count = answers === 1 ? "1 reply" : `${answers} replies`;
  return button(
    [el("span", { class: "count" }, count), el("span", { class: "last" }, ` last at ${last}`)],
    () => openThread(message.ts),
    { class: "thread-link", data: { focus: `thread/${message.ts}` } },
  );
}

function toolbar({ message, mine, shortcuts }) {
  const tool = (sign, label, act) =>
    button([icon(sign), unseen(label)], act, {
      class: "tool",
      title: label,
      data: { focus: `${label}/${message.ts}` },
    });
  const reply =
    !message.thread &&
    !message.ephemeral &&
    app.thread !== message.ts &&
    tool("chat", "Reply in thread", () => openThread(message.ts));
  const own = mine &&
    message.via === "typed" && [
      tool("again", "Ask again", () => askAgain(message)),
      tool("pen", "Edit", () => edit(message)),
      tool("trash", "Delete", () => remove(message)),
    ];
  const why = message.bot && tool("why", "Why this answer", () => openPanel("why", message.ts));
  const actions = shortcuts
    .filter((it) => it.type === "message")
    .map((it) =>
      tool("bolt", it.name, () =>
        wish("shortcut", {
          user: app.user,
          id: it.callback_id,
          channel: message.channel,
          ts: message.ts,
        }).then(app.refresh),
      ),
    );
  return el("div", { class: "toolbar" }, why, reply, own, actions);
}

async function edit(message) {
  const text = await askText("Edit message", typedText(message.text));
  if (text) await wish("edit", { user: app.user, channel: message.channel, ts: message.ts, text });
  await app.refresh();
}

async function remove(message) {
  const question = {
    title: { text: "Delete message" },
    text: { type: "plain_text", text: "It will be gone for everybody." },
    confirm: { text: "Delete" },
    deny: { text: "Keep" },
    style: "danger",
  };
  if (await confirmed(question))
    await wish("delete", { user: app.user, channel: message.channel, ts: message.ts });
  await app.refresh();
}
