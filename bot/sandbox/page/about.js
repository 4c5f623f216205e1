// What the side panel tells about one message: why it is answered so, its blocks, how it sounds.

import { wish } from "./api.js";
import { el, unseen } from "./dom.js";
import { app, message } from "./store.js";

const BUILDER = "https://app.slack.com/block-kit-builder/#";
const explained = new Map();

/** What is known of why, for noticing that it came. */
export const known = (it) => explained.get(keyOf(it));

/** The message that the panel is about: the one chosen, or the newest of the bot. */
export function subject() {
  const bots = app.data.messages.filter((it) => it.bot && it.channel === app.channel);
  return (app.selected && message(app.selected)) || bots.at(-1) || null;
}

const nothing = () =>
  el(
    "p",
    { class: "hint" },
    "Ask something, or choose “Why this answer” at one of the bot’s messages.",
  );
const quote = (it) => el("p", { class: "about" }, "About: ", el("q", {}, shortened(it.text)));
const shortened = (text) => (text.length > 90 ? `${text.slice(0, 90)}…` : text);
const keyOf = (it) => `${question(it)}|${app.data.folder?.readings}|${app.data.clock.day}`;

/** The words that this message answers. */
function question(it) {
  if (!it) return "";
  if (it.asked) return it.asked;
  const before = app.data.messages.filter(
    (one) => !one.bot && one.ts < it.ts && one.channel === it.channel,
  );
  const inThread = before.filter((one) => it.thread && [one.ts, one.thread].includes(it.thread));
  return inThread.at(-1)?.text ?? "";
}

export function whyTab(it) {
  if (!it) return nothing();
  if (!app.data.explains)
    return [quote(it), el("p", { class: "hint" }, "This bot does not tell why.")];
  const asked = question(it);
  if (!asked)
    return [
      quote(it),
      el("p", { class: "hint" }, "Nothing was typed for this one: it followed a button."),
    ];
  if (!explained.has(keyOf(it))) explain(it, asked);
  return [
    el("h3", {}, "What was asked"),
    el("p", { class: "words about" }, asked),
    el("h3", {}, "Why it is answered so"),
    el("pre", { class: "told", tabindex: 0 }, explained.get(keyOf(it)) ?? "…"),
  ];
}

async function explain(it, asked) {
  const key = keyOf(it);
  explained.set(key, "…");
  const told = await wish("explain", { question: asked });
  explained.set(key, told?.text ?? "That could not be told.");
  app.render();
}

export function blocksTab(it) {
  if (!it) return nothing();
  const json = JSON.stringify({ blocks: it.blocks }, null, 2);
  return [
    quote(it),
    el(
      "p",
      {},
      el(
        "a",
        {
          href: BUILDER + encodeURIComponent(json),
          target: "_blank",
          rel: "noopener noreferrer",
          data: { focus: "builder" },
        },
        "Open in Slack’s Block Kit Builder",
        unseen(" (opens another site)"),
      ),
    ),
    el("p", { class: "hint" }, `${it.blocks.length} blocks, posted by ${it.via}.`),
    el("pre", { class: "code", tabindex: 0 }, json),
  ];
}

export function aloudTab(it) {
  if (!it) return nothing();
  return [
    el(
      "p",
      { class: "hint" },
      "Screen readers and notifications get the message’s top-level text, not its blocks. This is all of it:",
    ),
    el("div", { class: "words aloud" }, it.text),
  ];
}
