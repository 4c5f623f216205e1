// Blocks of Block Kit as nodes.

import { control } from "./controls.js";
import { el, link } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn, textObject } from "./markup.js";
import { markdown, richText, table } from "./rich.js";

let numbers = 0;

/** All blocks of a message or view. See `controls.js` for what `world` is. */
export function blocks(list, world) {
  return list.map((block) => (MAKERS[block.type] || unknown)(block, world)).filter(Boolean);
}

const text = (object, world) => textObject(object, world.names);

function section(block, world) {
  return el(
    "div",
    { class: "block section" },
    el(
      "div",
      { class: "section-text" },
      block.text && el("div", { class: "words" }, text(block.text, world)),
      block.fields &&
        el(
          "div",
          { class: "fields" },
          block.fields.map((it) => el("div", { class: "words" }, text(it, world))),
        ),
    ),
    block.accessory && el("div", { class: "accessory" }, inner(block.accessory, block, world)),
  );
}

function inner(element, block, world) {
  if (element.type === "image") return picture(element);
  if (element.type === "plain_text" || element.type === "mrkdwn") {
    return el("span", { class: "words" }, text(element, world));
  }
  return control(element, block, world);
}

/** Nothing is fetched from outside: a picture is its description, and a link to it. */
function picture(element) {
  return el(
    "span",
    { class: "picture" },
    icon("picture"),
    " ",
    element.image_url ? link(element.image_url, element.alt_text) : element.alt_text,
  );
}

function row(kind) {
  return (block, world) =>
    el(
      "div",
      { class: `block ${kind}` },
      block.elements.map((it) => inner(it, block, world)),
    );
}

function input(block, world) {
  const id = `field-${(numbers += 1)}`;
  const error = world.errors?.[block.block_id];
  const grouped = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const described = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(" ");
  const inside = {
    ...world,
    label: grouped ? undefined : id,
    labelledBy: grouped ? `${id}-label` : undefined,
    describedBy: described || undefined,
  };
  const field = control(block.element, block, inside);
  if (error) field.setAttribute("aria-invalid", "true");
  const label = [
    text(block.label, world),
    block.optional && el("span", { class: "optional" }, " (optional)"),
  ];
  return el(
    "div",
    { class: "block input" },
    grouped
      ? el("div", { class: "label", id: `${id}-label` }, label)
      : el("label", { class: "label", for: id }, label),
    field,
    error && el("p", { class: "field-error", id: `${id}-error`, role: "alert" }, error),
    block.hint && el("p", { class: "hint", id: `${id}-hint` }, text(block.hint, world)),
  );
}

function alert(block, world) {
  const mark = { warning: "⚠", error: "⛔", success: "✓", info: "ℹ", default: "•" };
  const level = block.level || "default";
  return el(
    "div",
    { class: `block alert ${level}` },
    el("span", { class: "alert-mark", "aria-hidden": "true" }, mark[level]),
    el("div", { class: "words" }, text(block.text, world)),
  );
}

function card(block, world) {
  return el(
    "div",
    { class: "block card" },
    block.title && el("p", { class: "card-title words" }, text(block.title, world)),
    block.subtitle && el("p", { class: "card-subtitle words" }, text(block.subtitle, world)),
    block.body && el("p", { class: "words" }, text(block.body, world)),
    block.subtext && el("p", { class: "card-subtitle words" }, text(block.subtext, world)),
    block.actions &&
      el(
        "div",
        { class: "actions" },
        block.actions.map((it) => control(it, block, world)),
      ),
  );
}

function container(block, world) {
  return el(
    "div",
    { class: "block card" },
    el("p", { class: "card-title words" }, text(block.title, world)),
    block.subtitle && el("p", { class: "card-subtitle words" }, text(block.subtitle, world)),
    blocks(block.child_blocks, world),
  );
}

function task(block) {
  const mark = { pending: "○", in_progress: "◐", complete: "✓", error: "⛔" };
  return el("div", { class: "block card" }, `${mark[block.status] || "○"} ${block.title}`);
}

const unknown = (block) => el("div", { class: "block words" }, `[${block.type}]`);

const MAKERS = {
  section,
  header: (block, world) =>
    el(
      "div",
      { class: "block block-header words", role: "heading", "aria-level": world.level || 3 },
      text(block.text, world),
    ),
  divider: () => el("hr", { class: "block" }),
  context: row("context"),
  actions: row("actions"),
  context_actions: row("actions"),
  input,
  image: (block) => el("div", { class: "block" }, picture(block)),
  markdown: (block) => el("div", { class: "block" }, markdown(block.text)),
  rich_text: (block, world) => el("div", { class: "block" }, richText(block, world.names)),
  table: (block, world) => el("div", { class: "block" }, table(block, world.names)),
  data_table: (block, world) => el("div", { class: "block" }, table(block, world.names)),
  alert,
  card,
  carousel: (block, world) => el("div", { class: "block carousel" }, blocks(block.elements, world)),
  container,
  task_card: task,
  plan: (block) =>
    el(
      "div",
      { class: "block" },
      el("p", { class: "card-title" }, block.title),
      (block.tasks || []).map(task),
    ),
};

export const words = (message, names) => el("div", { class: "words" }, mrkdwn(message.text, names));
