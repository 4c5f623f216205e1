// What a person does on the page.

import { tellDelivery, wish } from "./api.js";
import { note } from "./dom.js";
import { app, channel, direct, narrow, replies } from "./store.js";

/** Send what was typed: a message, or a command when it begins with a slash. */
export async function send(typed, thread) {
  const text = typed.trim();
  if (!text) return;
  app.asked = { user: app.user, channel: app.channel, thread, typed: text };
  if (/^\/[a-z]/i.test(text)) return command(text, thread);
  const told = await wish("say", { user: app.user, channel: app.channel, text: typed, thread });
  await app.refresh();
  if (!told) return;
  tellDelivery(told, "Your message");
  if (!told.heard && !channel().hasBot)
    note("The bot is not a member of this channel: it hears nothing here.");
  if (!thread && replies(told.ts).length) openThread(told.ts);
}

async function command(text, thread) {
  const [name, ...rest] = text.split(/\s+/);
  if (thread) {
    note(`${name} is not supported in threads, as in Slack. Write it in the channel.`, "error");
    return;
  }
  const typed = text.slice(name.length).trim();
  const told = await wish("command", {
    user: app.user,
    channel: app.channel,
    name,
    text: rest.length ? typed : "",
  });
  await app.refresh();
  tellDelivery(told, name);
}

/** Use a control of a message or view. */
export async function press(place, element, block, value, values) {
  const told = await wish("press", {
    user: app.user,
    ...place,
    block: block.block_id,
    action: element.action_id,
    value,
    values,
  });
  await app.refresh();
  tellDelivery(told, "Your choice");
}

/** Go to a channel, or to a tab of the bot. Slack tells the bot that its tab was opened. */
export async function go(id, tab = "messages") {
  Object.assign(app, { channel: id, tab, thread: null });
  document.getElementById("app").classList.remove("show-side");
  app.render();
  if (channel()?.type === "im") await wish("home", { user: app.user, tab });
  await app.refresh();
}

/** Be somebody else. */
export async function actAs(user) {
  const kind = channel()?.type;
  const before = app.channel;
  Object.assign(app, { user, thread: null, selected: null });
  await app.refresh();
  const still = app.data.channels.some((it) => it.id === before);
  await go(kind !== "im" && still ? before : direct().id);
}

export function openThread(ts) {
  app.thread = ts;
  app.render();
  const composer = document.querySelector("#thread-composer-place textarea");
  if (narrow()) document.getElementById("close-thread").focus();
  else composer?.focus();
}

export function closeThread() {
  const ts = app.thread;
  app.thread = null;
  app.render();
  document.querySelector(`[data-focus="thread/${ts}"]`)?.focus();
}

/** Ask the words of a message again, where they were asked. */
export const askAgain = (asked) => send(typedText(asked.text), asked.thread);

/** The last words of this person here, for asking again after the folder changed. */
export function lastAsked() {
  const mine = (it) => it?.user === app.user && it.channel === app.channel;
  if (mine(app.asked)) return app.asked;
  const said = app.data.messages.filter(mine).at(-1);
  return said && { thread: said.thread, typed: typedText(said.text) };
}

/** What was typed, from what Slack made of it. */
export function typedText(wire) {
  const people = Object.fromEntries(app.data.people.map((it) => [it.id, it.name]));
  return wire
    .replace(/<@(\w+)>/g, (whole, id) => `@${people[id] ?? id}`)
    .replace(/<#\w+\|([^>]*)>/g, "#$1")
    .replace(/<mailto:[^|>]*\|([^>]*)>/g, "$1")
    .replace(/<([^>|]*)(?:\|[^>]*)?>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
