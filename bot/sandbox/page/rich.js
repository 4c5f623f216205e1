// Rich text, Markdown and tables as nodes.

import { el, link } from "./dom.js";
import { unescape } from "./markup.js";

/** A `rich_text` block. */
export function richText(block, names) {
  return el(
    "div",
    { class: "rich" },
    block.elements.map((part) => richPart(part, names)),
  );
}

function richPart(part, names) {
  const inside = () => part.elements.map((it) => leaf(it, names));
  if (part.type === "rich_text_list") {
    const tag = part.style === "ordered" ? "ol" : "ul";
    return el(
      tag,
      {},
      part.elements.map((it) => el("li", {}, richPart(it, names))),
    );
  }
  if (part.type === "rich_text_quote") return el("blockquote", {}, inside());
  if (part.type === "rich_text_preformatted") return el("pre", {}, inside());
  return el("p", {}, inside());
}

function leaf(it, names) {
  if (it.type === "link") return link(it.url, it.text || it.url);
  if (it.type === "user") return el("span", { class: "mention" }, `@${names(it.user_id)}`);
  if (it.type === "channel") return el("span", { class: "mention" }, `#${names(it.channel_id)}`);
  if (it.type === "emoji")
    return it.unicode
      ? String.fromCodePoint(...it.unicode.split("-").map((code) => parseInt(code, 16)))
      : `:${it.name}:`;
  return styledLeaf(it.text ?? it.fallback ?? "", it.style || {});
}

function styledLeaf(text, style) {
  let node = text;
  for (const [name, tag] of [
    ["bold", "strong"],
    ["italic", "em"],
    ["strike", "s"],
    ["code", "code"],
  ]) {
    if (style[name]) node = el(tag, {}, node);
  }
  return node;
}

/** A `markdown` block: headings, lists, bold, links; what else there is stays as typed. */
export function markdown(text) {
  const parts = [];
  for (const line of text.split("\n")) {
    const heading = /^#{1,6} +(.+)/.exec(line);
    const item = /^\s*(?:[-*]|\d+\.) +(.+)/.exec(line);
    if (heading) parts.push(el("p", { class: "block-header" }, spans(heading[1])));
    else if (item && parts.at(-1)?.tagName === "UL")
      parts.at(-1).append(el("li", {}, spans(item[1])));
    else if (item) parts.push(el("ul", {}, el("li", {}, spans(item[1]))));
    else if (line.trim()) parts.push(el("p", {}, spans(line)));
  }
  return el("div", { class: "rich" }, parts);
}

function spans(text) {
  const found = /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|`([^`]+)`/.exec(text);
  if (!found) return [unescape(text)];
  const node =
    found[1] !== undefined
      ? el("strong", {}, found[1])
      : found[2] !== undefined
        ? link(found[3], found[2])
        : el("code", {}, found[4]);
  const after = text.slice(found.index + found[0].length);
  return [unescape(text.slice(0, found.index)), node, ...spans(after)];
}

/** A `table` or `data_table` block: its first row is the head. */
export function table(block, names) {
  const [head, ...rows] = block.rows;
  const cell = (tag) => (it) =>
    el(tag, {}, it.type === "rich_text" ? richText(it, names) : String(it.text ?? it.value ?? ""));
  return el(
    "div",
    { class: "table", tabindex: 0, role: "region", "aria-label": block.caption || "Table" },
    el(
      "table",
      {},
      block.caption && el("caption", {}, block.caption),
      el("thead", {}, el("tr", {}, head.map(cell("th")))),
      el(
        "tbody",
        {},
        rows.map((row) => el("tr", {}, row.map(cell("td")))),
      ),
    ),
  );
}
