// The page's beginning: gets the picture of the workspace and draws it again whenever it changes.

import { actAs, closeThread, go, send } from "./actions.js";
import { listen, state, wish } from "./api.js";
import { blocks } from "./blocks.js";
import { composer, label } from "./composer.js";
import { button, el, fill, focusMark, note, restoreFocus, sync } from "./dom.js";
import { tellFolder } from "./folder.js";
import { fillIcons, icon } from "./icons.js";
import { showMessages } from "./messages.js";
import { showModal, viewWorld } from "./modal.js";
import { closePanel, openPanel, showPanel } from "./panel.js";
import { showSide } from "./side.js";
import { app, channel, direct, message, recall, remember, replies, roots } from "./store.js";
import { theme } from "./theme.js";

const byId = (id) => document.getElementById(id);
const main = composer("composer", () => null);
const inThread = composer("thread-composer", () => app.thread);
let drawnHome = "";
let asking = null;
let pressed = false;
let waiting = false;

/** Get the newest picture and draw it. Calls that come meanwhile share one more. */
async function refresh() {
  asking ??= Promise.resolve().then(async () => {
    asking = null;
    const data = await state(app.user);
    if (!data || data.user !== app.user) return;
    if (app.data && data.version < app.data.version) return;
    app.data = data;
    render();
  });
  return asking;
}

/** Draw the picture, but never under a pressed button: its click would be lost. */
function render() {
  if (!app.data) return;
  waiting = pressed;
  if (pressed) return;
  if (!channel()) Object.assign(app, { channel: direct().id, tab: "messages", thread: null });
  if (app.thread && !message(app.thread)) app.thread = null;
  remember();
  showTop();
  showSide();
  showPlace();
  showThread();
  showPanel();
  showModal(app.data.modals);
  tellFolder();
}

function showTop() {
  const { clock, people, title } = app.data;
  document.title = `${channel().name} · ${title}`;
  byId("title").textContent = title;
  fill(
    byId("clock"),
    icon("clock"),
    " ",
    el("span", { class: "wide-label" }, `${clock.day}, `),
    `${clock.time}`,
  );
  byId("clock").classList.toggle("set", !clock.real);
  const who = people.filter((it) => !it.bot);
  sync(
    byId("actor"),
    who,
    (it) => it.id,
    (it) => el("option", { value: it.id }, it.title ? `${it.name} (${it.title})` : it.name),
  );
  byId("actor").value = app.user;
}

function showPlace() {
  const here = channel();
  const home = here.type === "im" && app.tab === "home";
  byId("place-name").textContent = here.type === "im" ? here.name : `# ${here.name}`;
  byId("place-topic").textContent = here.topic;
  showTabs(here);
  byId("home").hidden = !home;
  byId("messages-scroll").hidden = byId("composer-place").hidden = home;
  if (home) showHome(app.data.home);
  else showMessages(byId("messages"), roots(here.id));
  showPrompts(here, home);
  const where = here.type === "im" ? here.name : `#${here.name}`;
  const hint =
    here.type !== "im" && here.hasBot
      ? `Message ${where} – mention @${app.data.bot.name}, or type /`
      : `Message ${where}`;
  label(main.box, hint);
}

function showTabs(here) {
  const tabs = byId("place-tabs");
  const mark = focusMark(tabs);
  const tab = (id, words) =>
    button(words, () => go(here.id, id), {
      "aria-current": app.tab === id ? "page" : undefined,
      data: { focus: id },
    });
  fill(tabs, here.type === "im" && [tab("home", "Home"), tab("messages", "Messages")]);
  restoreFocus(tabs, mark);
}

function showHome(view) {
  const now = JSON.stringify([view?.id, view?.hash, app.user]);
  if (now === drawnHome) return;
  drawnHome = now;
  const root = byId("home");
  const mark = focusMark(root);
  if (view)
    fill(
      root,
      el(
        "div",
        { class: "blocks" },
        blocks(
          view.definition.blocks,
          viewWorld(view, () => root, 3),
        ),
      ),
    );
  else fill(root, el("p", { class: "hint" }, "The bot has published nothing here."));
  restoreFocus(root, mark);
}

function showPrompts(here, home) {
  const offered = here.type === "im" && !home && !roots(here.id).length ? app.data.prompts : [];
  const welcome =
    here.type === "im" &&
    !home &&
    !roots(here.id).length &&
    el(
      "p",
      { class: "hint" },
      `This is the beginning of your conversation with ${app.data.bot.name}. Ask it something.`,
    );
  fill(
    byId("prompts"),
    welcome,
    offered.map((it) =>
      button(it.title, () => send(it.message, null), { class: "prompt", title: it.message }),
    ),
  );
}

function showThread() {
  const pane = byId("thread");
  const changed = pane.dataset.ts !== (app.thread ?? "");
  pane.hidden = !app.thread;
  pane.dataset.ts = app.thread ?? "";
  byId("app").classList.toggle("with-thread", Boolean(app.thread));
  if (changed) fill(byId("thread-messages"));
  if (!app.thread) return;
  showMessages(byId("thread-messages"), [message(app.thread), ...replies(app.thread)], true);
  const busy = app.data.busy.includes(`${app.channel}:${app.thread}`);
  byId("busy").textContent = busy ? `${app.data.bot.name} is looking…` : "";
  label(inThread.box, "Reply…");
}

function listenToPage() {
  byId("actor").addEventListener("change", (event) => actAs(event.target.value));
  byId("clock").addEventListener("click", () => openPanel("world"));
  byId("open-panel").addEventListener("click", () => (app.panel ? closePanel() : openPanel("why")));
  byId("close-thread").addEventListener("click", closeThread);
  byId("open-side").addEventListener("click", toggleSide);
  document.addEventListener("keydown", onEscape);
  document.addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel", "dragend"])
    document.addEventListener(end, release, true);
  window.addEventListener("blur", release);
}

/** What came meanwhile is drawn once the click has been handled. */
function release() {
  pressed = false;
  setTimeout(() => waiting && render());
}

function toggleSide() {
  const open = byId("app").classList.toggle("show-side");
  byId("open-side").setAttribute("aria-expanded", String(open));
  if (open) byId("side").querySelector("button")?.focus();
}

function onEscape(event) {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (byId("app").classList.contains("show-side")) toggleSide();
  else if (byId("panel").contains(document.activeElement)) closePanel();
  else if (app.thread) closeThread();
}

async function begin() {
  byId("composer-place").append(main.form);
  byId("thread-composer-place").append(inThread.form);
  fillIcons();
  theme(byId("theme"));
  Object.assign(app, { render, refresh });
  recall();
  app.data = await state(app.user || "U0ALICE");
  if (!app.data) {
    app.data = await state("U0ALICE");
    app.user = "";
  }
  if (!app.data) return note("The sandbox does not answer. Is it still running?", "error");
  app.user ||= "U0ALICE";
  listenToPage();
  render();
  main.box.focus();
  listen(refresh);
  if (channel().type === "im") await wish("home", { user: app.user, tab: app.tab });
}

begin();
