// Modals of the bot, and small questions of the page itself.

import { press } from "./actions.js";
import { tellDelivery, wish } from "./api.js";
import { blocks } from "./blocks.js";
import { collect } from "./controls.js";
import { button, el, fill, focusMark, restoreFocus, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { textObject } from "./markup.js";
import { app, names } from "./store.js";

const dialog = document.getElementById("modal");
const question = document.getElementById("confirm");
let shown = "";

/** What controls in a view need to know. */
export function viewWorld(view, root, level) {
  return {
    names,
    user: app.user,
    inView: true,
    level,
    errors: view.errors,
    confirm: confirmed,
    value: (block, element) => view.values[block.block_id]?.[element.action_id],
    press: (element, block, value) =>
      press({ view: view.id }, element, block, value, collect(root())),
  };
}

/** Show the topmost modal, or none. Drawn anew only when it changed. */
export function showModal(views) {
  const view = views.at(-1);
  if (!view) {
    shown = "";
    if (dialog.open) dialog.close();
    return;
  }
  const now = JSON.stringify([view.id, view.hash, view.errors]);
  if (now === shown) return;
  const same = shown && JSON.parse(shown)[0] === view.id;
  shown = now;
  const mark = same ? focusMark(dialog) : undefined;
  fill(dialog, form(view, views.length));
  if (!dialog.open) dialog.showModal();
  if (!same) dialog.querySelector(".modal-body :is(input, textarea, select, button)")?.focus();
  restoreFocus(dialog, mark);
  dialog
    .querySelector(
      "[aria-invalid] input, input[aria-invalid], textarea[aria-invalid], select[aria-invalid]",
    )
    ?.focus();
}

function form(view, depth) {
  const it = view.definition;
  const sent = (event) => {
    event.preventDefault();
    submit(view);
  };
  return el(
    "form",
    { novalidate: true, onsubmit: sent },
    el(
      "header",
      { class: "modal-head" },
      el("h2", { id: "modal-title" }, it.title.text),
      button([icon("close"), unseen("Close")], () => close(view), { class: "icon-button" }),
    ),
    el(
      "div",
      { class: "modal-body" },
      blocks(
        it.blocks,
        viewWorld(view, () => dialog, 3),
      ),
    ),
    el(
      "footer",
      { class: "modal-foot" },
      button(it.close?.text ?? (depth > 1 ? "Back" : "Close"), () => close(view), {
        class: "kit-button",
      }),
      it.submit && el("button", { type: "submit", class: "kit-button primary" }, it.submit.text),
    ),
  );
}

async function submit(view) {
  const told = await wish("submit", { user: app.user, view: view.id, values: collect(dialog) });
  await app.refresh();
  tellDelivery(told, "The form");
}

async function close(view) {
  await wish("close", { user: app.user, view: view.id });
  await app.refresh();
}

dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  const view = app.data?.modals.at(-1);
  if (view) close(view);
});

/** Ask as a `confirm` object of Block Kit says; true at once when there is none. */
export function confirmed(asked) {
  if (!asked) return Promise.resolve(true);
  return ask(
    asked.title.text,
    el("p", {}, textObject(asked.text, names)),
    asked.confirm.text,
    asked.deny.text,
    asked.style,
  ).then((answer) => answer === "yes");
}

/** Ask for a line of text; "" when it was not given. */
export async function askText(title, value) {
  const field = el("textarea", { class: "kit-field", rows: 3, "aria-label": title, value });
  const answer = await ask(title, field, "Save", "Cancel", "primary");
  return answer === "yes" ? field.value.trim() : "";
}

function ask(title, body, yes, no, style = "primary") {
  fill(
    question,
    el(
      "form",
      { method: "dialog" },
      el("header", { class: "modal-head" }, el("h2", { id: "confirm-title" }, title)),
      el("div", { class: "modal-body" }, body),
      el(
        "footer",
        { class: "modal-foot" },
        button(no, () => question.close("no"), { class: "kit-button" }),
        button(yes, () => question.close("yes"), { class: `kit-button ${style}` }),
      ),
    ),
  );
  question.returnValue = "";
  question.showModal();
  return new Promise((resolve) => {
    question.addEventListener("close", () => resolve(question.returnValue), { once: true });
  });
}
