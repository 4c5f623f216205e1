// Behind the scenes: why this answer, its blocks, how it sounds; the folder; time and faults.

import { wish } from "./api.js";
import { button, el, fill, focusMark, restoreFocus, unseen } from "./dom.js";
import { folderTab, folderBadge } from "./folder.js";
import { icon } from "./icons.js";
import { app, message } from "./store.js";
import { worldTab } from "./world.js";

const panel = document.getElementById("panel");
const opener = document.getElementById("open-panel");
const BUILDER = "https://app.slack.com/block-kit-builder/#";
const TABS = [
  { id: "why", label: "Why", draw: whyTab },
  { id: "blocks", label: "Blocks", draw: blocksTab },
  { id: "aloud", label: "Aloud", draw: aloudTab },
  { id: "folder", label: "Folder", draw: folderTab },
  { id: "world", label: "Time & faults", draw: worldTab },
];
const explained = new Map();
let drawn = "";

/** Open the panel at a tab, about a message. */
export function openPanel(tab, ts = app.selected) {
  Object.assign(app, { panel: tab, selected: ts });
  app.render();
  panel.querySelector('[role="tab"][aria-selected="true"]')?.focus();
}

export function closePanel() {
  app.panel = null;
  app.render();
  opener.focus();
}

/** Draw the panel if something in it changed. */
export function showPanel() {
  showBadge();
  panel.hidden = app.panel === null;
  opener.setAttribute("aria-expanded", String(app.panel !== null));
  document.getElementById("app").classList.toggle("with-panel", app.panel !== null);
  if (app.panel === null) {
    drawn = "";
    return;
  }
  const { clock, faults, retries, rules, folder } = app.data;
  const about = subject();
  const now = JSON.stringify([
    app.panel,
    about,
    clock,
    faults,
    retries,
    rules,
    folder,
    explained.get(keyOf(about)),
    app.channel,
    app.user,
  ]);
  if (now === drawn) return;
  drawn = now;
  const mark = focusMark(panel);
  fill(
    panel,
    head(),
    el(
      "div",
      {
        class: "panel-body",
        id: "panel-body",
        role: "tabpanel",
        tabindex: 0,
        "aria-labelledby": `tab-${app.panel}`,
      },
      TABS.find((it) => it.id === app.panel).draw(about),
    ),
  );
  restoreFocus(panel, mark);
}

function showBadge() {
  const badge = document.getElementById("panel-badge");
  const count = app.data.rules.length + folderBadge();
  badge.hidden = count === 0;
  fill(badge, unseen("problems: "), String(count));
}

function head() {
  const tab = (it) =>
    button(
      it.label,
      () => {
        app.panel = it.id;
        app.render();
      },
      {
        role: "tab",
        id: `tab-${it.id}`,
        "aria-selected": String(it.id === app.panel),
        "aria-controls": "panel-body",
        tabindex: it.id === app.panel ? 0 : -1,
        data: { focus: "panel-tab" },
      },
    );
  return [
    el(
      "div",
      { class: "pane-head" },
      el("h2", {}, "Behind the scenes"),
      button([icon("close"), unseen("Close the panel")], closePanel, {
        class: "icon-button",
        data: { focus: "panel-close" },
      }),
    ),
    el(
      "div",
      { class: "tabs", role: "tablist", "aria-label": "Behind the scenes", onkeydown: moveTab },
      TABS.map(tab),
    ),
  ];
}

function moveTab(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const place = TABS.findIndex((it) => it.id === app.panel);
  app.panel = TABS[(place + step + TABS.length) % TABS.length].id;
  app.render();
  panel.querySelector('[role="tab"][aria-selected="true"]').focus();
}

/** The message that the panel is about: the one chosen, or the newest of the bot. */
function subject() {
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

function whyTab(it) {
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

function blocksTab(it) {
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

function aloudTab(it) {
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
