// Slack's own markup as nodes: links, mentions, dates, bold and the rest; never as HTML.

import { add, el, link } from "./dom.js";

const TOKEN = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
const STYLES = [
  { pattern: /```([\s\S]+?)```/, tag: "pre", plain: true },
  { pattern: /`([^`\n]+)`/, tag: "code", plain: true },
  { pattern: /(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])/, tag: "strong" },
  { pattern: /(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])/, tag: "em" },
  { pattern: /(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/, tag: "s" },
];
const EMOJI = {
  wave: "👋",
  thumbsup: "👍",
  "+1": "👍",
  thumbsdown: "👎",
  "-1": "👎",
  warning: "⚠️",
  white_check_mark: "✅",
  heavy_check_mark: "✔️",
  question: "❓",
  information_source: "ℹ️",
  telephone_receiver: "📞",
  email: "✉️",
  link: "🔗",
  calendar: "📅",
  bell: "🔔",
  tada: "🎉",
  hourglass: "⌛",
  eyes: "👀",
  lock: "🔒",
  star: "⭐",
  bulb: "💡",
  memo: "📝",
  x: "❌",
};

/** `&amp;`, `&lt;`, `&gt;` back to what was typed. */
export function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** A text object of Block Kit. */
export function textObject(object, names) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text, names) : plain(object.text);
}

/** Plain text: line breaks are kept by the style sheet, emoji codes become emoji. */
export function plain(text) {
  return [withEmoji(text)];
}

/** Slack's `mrkdwn`. `names` tells people and channels by id. */
export function mrkdwn(text, names) {
  const nodes = [];
  let quote = null;
  const lines = protectPre(text);
  for (const line of lines) {
    if (line.startsWith("&gt;")) {
      if (!quote) nodes.push((quote = el("blockquote")));
      else quote.append("\n");
      add(quote, inline(line.slice(4).trimStart(), names));
      continue;
    }
    if (nodes.length) nodes.push("\n");
    quote = null;
    nodes.push(...inline(line, names));
  }
  return nodes;
}

/** Lines of a text, those inside ``` kept together. */
function protectPre(text) {
  return text
    .split(/(```[\s\S]+?```)/)
    .flatMap((part) =>
      part.startsWith("```") ? [part] : part.replace(/^\n|\n$/g, "").split("\n"),
    );
}

/** One line: tokens first, then styles in what is left. */
function inline(text, names) {
  const nodes = [];
  let last = 0;
  for (const found of text.matchAll(TOKEN)) {
    nodes.push(...styled(text.slice(last, found.index), names));
    nodes.push(token(found[1], found[2], found[3], names));
    last = found.index + found[0].length;
  }
  nodes.push(...styled(text.slice(last), names));
  return nodes;
}

function styled(text) {
  if (!text) return [];
  for (const { pattern, tag, plain: asItIs } of STYLES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const inside = asItIs ? [unescape(found[1])] : styled(found[1]);
    const after = text.slice(found.index + found[0].length);
    return [...styled(text.slice(0, found.index)), el(tag, {}, inside), ...styled(after)];
  }
  return [withEmoji(unescape(text))];
}

function token(mark, held, label, names) {
  if (mark === "@") return el("span", { class: "mention" }, `@${names(held) || label || held}`);
  if (mark === "#") return el("span", { class: "mention" }, `#${label || names(held) || held}`);
  if (mark === "!") return special(held, label);
  const address = unescape(held);
  return link(address, label ? unescape(label) : address.replace(/^(mailto:|tel:)/, ""));
}

function special(held, label) {
  const [kind, stamp] = held.split("^");
  if (kind === "date") {
    const moment = new Date(Number(stamp) * 1000);
    const words = moment.toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" });
    return el("time", { datetime: moment.toISOString() }, label || words);
  }
  return el("span", { class: "mention" }, `@${label || kind}`);
}

function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
}
