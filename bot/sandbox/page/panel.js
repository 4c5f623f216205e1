// Behind the scenes: why this answer, its blocks, how it sounds; the folder; time and faults.

import { aloudTab, blocksTab, known, subject, whyTab } from "./about.js";
import { button, el, fill, focusMark, restoreFocus, unseen } from "./dom.js";
import { folderTab, folderBadge } from "./folder.js";
import { icon } from "./icons.js";
import { app } from "./store.js";
import { worldTab } from "./world.js";

const panel = document.getElementById("panel");
const opener = document.getElementById("open-panel");
const TABS = [
  { id: "why", label: "Why", draw: whyTab },
  { id: "blocks", label: "Blocks", draw: blocksTab },
  { id: "aloud", label: "Aloud", draw: aloudTab },
  { id: "folder", label: "Folder", draw: folderTab },
  { id: "world", label: "Time & faults", draw: worldTab },
];
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
    known(about),
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
