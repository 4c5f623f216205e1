// Making and keeping elements. Text is always set as text: nothing here parses HTML.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "open"]);
const LINK = /^(https?:|mailto:|tel:)/i;

/** An element with attributes, listeners (`onclick`) and children; empty ones are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (PROPERTIES.has(name)) node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  add(node, children);
  return node;
}

/** Append children, flat, without the empty ones. */
export function add(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false && child !== "")
      node.append(child);
  }
  return node;
}

/** Put these children in the place of all others. */
export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/** A link that leads out of the page; an address of another kind becomes plain words. */
export function link(address, ...words) {
  if (!LINK.test(address)) return el("span", {}, words);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);
}

/** A button with words on it. */
export function button(words, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, words);
}

/** Words only for those who listen. */
export const unseen = (words) => el("span", { class: "unseen" }, words);

/**
 * Make the children of `list` those of `items`, in order. A child is made anew only when its
 * item changed, so that focus and what is half typed stay where they are.
 */
export function sync(list, items, keyOf, make) {
  const there = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const mark = JSON.stringify(item);
    let child = there.get(key);
    if (!child || child.mark !== mark) {
      const fresh = make(item);
      fresh.dataset.key = key;
      fresh.mark = mark;
      if (child) {
        if (child === place) place = fresh;
        replaceKeepingFocus(child, fresh);
      }
      child = fresh;
    }
    there.delete(key);
    if (child === place) place = place.nextElementSibling;
    else list.insertBefore(child, place);
  }
  for (const old of there.values()) old.remove();
}

/** Replace a node; focus goes to the element of the same `data-focus` in the new one. */
export function replaceKeepingFocus(old, fresh) {
  const mark = focusMark(old);
  old.replaceWith(fresh);
  restoreFocus(fresh, mark);
}

/** The `data-focus` of what has the focus inside a node, if anything has. */
export function focusMark(node) {
  const focused = document.activeElement;
  return focused && node.contains(focused) ? focused.dataset.focus : undefined;
}

/** Focus the element that carries this mark. */
export function restoreFocus(node, mark) {
  if (mark === undefined) return;
  const found = [...node.querySelectorAll("[data-focus]")].find((it) => it.dataset.focus === mark);
  if (found) found.focus();
}

/** Say something in the corner, and to those who listen. */
export function note(words, kind = "info") {
  const place = document.getElementById("note");
  place.dataset.kind = kind;
  place.textContent = words;
  clearTimeout(place.timer);
  place.timer = setTimeout(() => {
    place.textContent = "";
  }, 6000);
}
