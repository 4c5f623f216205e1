// Buttons, menus and fields of Block Kit, as the browser's own.

import { button, el, link, unseen } from "./dom.js";
import { textObject } from "./markup.js";

/**
 * What a control needs to know: `press(element, block, value)`, `names`, the `user`, and for a
 * view its `values` and whether the field is an input (which sends nothing by itself).
 */
export function control(element, block, world) {
  const make = MAKERS[element.type];
  return make ? make(element, block, world) : el("em", {}, `[${element.type}]`);
}

/** What all fields of a view hold now, by block and action. */
export function collect(root) {
  const values = {};
  for (const field of root.querySelectorAll("[data-action]")) {
    const { block, action } = field.dataset;
    values[block] ??= {};
    values[block][action] = held(field);
  }
  return values;
}

function held(field) {
  const boxes = [...field.querySelectorAll("input")];
  if (field.dataset.kind === "checkboxes")
    return boxes.filter((it) => it.checked).map((it) => it.value);
  if (field.dataset.kind === "radio_buttons") return boxes.find((it) => it.checked)?.value ?? "";
  if (field.multiple) return [...field.selectedOptions].map((it) => it.value);
  return field.value;
}

const focusOf = (element, block) => `${block.block_id}/${element.action_id}`;
const asked = (element, world) => world.confirm(element.confirm);

function pressButton(element, block, world) {
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(world.user)) return null;
  const words = textObject(element.text, world.names);
  if (element.url) words.push(unseen(" (opens another site)"));
  const pressed = async (event) => {
    const node = event.currentTarget;
    if (node.ariaBusy === "true" || !(await asked(element, world))) return;
    node.ariaBusy = "true";
    await world.press(element, block, element.value ?? null);
    node.ariaBusy = null;
  };
  const attributes = {
    class: `kit-button ${element.style || ""}`,
    "aria-label": element.accessibility_label,
    data: { focus: focusOf(element, block) },
  };
  if (!element.url) return button(words, pressed, attributes);
  const anchor = link(element.url, words);
  anchor.className = attributes.class;
  anchor.addEventListener("click", () => world.press(element, block, element.value ?? null));
  return anchor;
}

function menu(element, block, world) {
  const initial = element.initial_option?.value;
  const before = world.value?.(block, element)?.selected_option?.value ?? initial;
  const option = (it) =>
    el("option", { value: it.value, selected: it.value === before }, it.text.text);
  const options = element.option_groups
    ? element.option_groups.map((it) =>
        el("optgroup", { label: it.label.text }, it.options.map(option)),
      )
    : element.options.map(option);
  const first = element.placeholder?.text || (element.type === "overflow" ? "More…" : "Choose…");
  return el(
    "select",
    {
      class: "kit-select",
      "aria-label": world.label ? undefined : first,
      id: world.label,
      data: mark(element, block, world),
      onchange: (event) => changed(event.target.value, element, block, world),
    },
    el("option", { value: "", selected: !before }, first),
    options,
  );
}

function severalMenu(element, block, world) {
  const before = (
    world.value?.(block, element)?.selected_options ??
    element.initial_options ??
    []
  ).map((it) => it.value);
  return el(
    "select",
    {
      class: "kit-select",
      multiple: true,
      id: world.label,
      "aria-label": world.label ? undefined : element.placeholder?.text || "Choose",
      data: mark(element, block, world),
      onchange: (event) =>
        changed(
          [...event.target.selectedOptions].map((it) => it.value),
          element,
          block,
          world,
        ),
    },
    element.options.map((it) =>
      el("option", { value: it.value, selected: before.includes(it.value) }, it.text.text),
    ),
  );
}

function group(element, block, world) {
  const several = element.type === "checkboxes";
  const state = world.value?.(block, element);
  const chosen = several
    ? (state?.selected_options ?? element.initial_options ?? []).map((it) => it.value)
    : [(state?.selected_option ?? element.initial_option)?.value];
  const box = (it) =>
    el(
      "label",
      { class: "kit-choice" },
      el("input", {
        type: several ? "checkbox" : "radio",
        name: focusOf(element, block),
        value: it.value,
        checked: chosen.includes(it.value),
        data: { focus: `${focusOf(element, block)}/${it.value}` },
        onchange: (event) =>
          changed(held(event.target.closest("[data-kind]")), element, block, world),
      }),
      el(
        "span",
        {},
        textObject(it.text, world.names),
        it.description && el("small", {}, textObject(it.description, world.names)),
      ),
    );
  return el(
    "div",
    {
      class: "kit-group",
      role: several ? "group" : "radiogroup",
      "aria-labelledby": world.labelledBy,
      "aria-label": world.labelledBy ? undefined : "Choices",
      data: mark(element, block, world),
    },
    element.options.map(box),
  );
}

function field(type) {
  return (element, block, world) => {
    const state = world.value?.(block, element) ?? {};
    const value =
      Object.entries(state).find(([name]) => name !== "type")?.[1] ??
      element.initial_value ??
      element.initial_date ??
      element.initial_time ??
      "";
    const tag = element.multiline ? "textarea" : "input";
    return el(tag, {
      class: "kit-field",
      type: element.multiline ? undefined : type,
      rows: element.multiline ? 4 : undefined,
      id: world.label,
      "aria-label": world.label ? undefined : element.placeholder?.text || "Value",
      placeholder: element.placeholder?.text,
      maxlength: element.max_length,
      "aria-describedby": world.describedBy,
      value: value ?? "",
      data: mark(element, block, world),
      onchange: (event) => changed(event.target.value, element, block, world),
    });
  };
}

function feedback(element, block, world) {
  const side = (it) =>
    button(textObject(it.text, world.names), () => world.press(element, block, it.value), {
      class: "kit-button quiet",
      "aria-label": it.accessibility_label,
      data: { focus: `${focusOf(element, block)}/${it.value}` },
    });
  return el(
    "span",
    { class: "kit-feedback", role: "group", "aria-label": "Feedback" },
    side(element.positive_button),
    side(element.negative_button),
  );
}

/** A field in a view is found by its block and action; in a message it is only found by focus. */
function mark(element, block, world) {
  const focus = { focus: focusOf(element, block), kind: element.type };
  return world.inView ? { ...focus, block: block.block_id, action: element.action_id } : focus;
}

async function changed(value, element, block, world) {
  const silent = block.type === "input" && !block.dispatch_action;
  if (silent || value === "" || !(await asked(element, world))) return;
  await world.press(element, block, value);
}

const MAKERS = {
  button: pressButton,
  icon_button: pressButton,
  static_select: menu,
  overflow: menu,
  multi_static_select: severalMenu,
  radio_buttons: group,
  checkboxes: group,
  plain_text_input: field("text"),
  email_text_input: field("email"),
  url_text_input: field("url"),
  number_input: field("number"),
  datepicker: field("date"),
  timepicker: field("time"),
  feedback_buttons: feedback,
};
