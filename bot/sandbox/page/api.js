// Talking to the server this page came from, and to no other.

import { note } from "./dom.js";

/** The workspace as a person sees it; null when the server is not there. */
export async function state(user) {
  try {
    const response = await fetch(`/sandbox/state?user=${encodeURIComponent(user)}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Ask for something to be done; null, and a note, when it could not be. */
export async function wish(name, given) {
  try {
    const response = await fetch(`/sandbox/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(given),
    });
    const told = await response.json();
    if (response.ok) return told;
    note(told.error || "That did not work.", "error");
  } catch {
    note("The sandbox does not answer. Is it still running?", "error");
  }
  return null;
}

/** Call `changed` whenever something changed. The browser connects again by itself. */
export function listen(changed) {
  const news = new EventSource("/sandbox/events");
  news.onmessage = changed;
  news.onerror = () => document.body.classList.add("offline");
  news.onopen = () => document.body.classList.remove("offline");
}

/** Tell what went wrong with a delivery, if anything did. */
export function tellDelivery(told, what) {
  if (!told || !told.heard) return;
  const failed = told.deliveries.find((it) => it.status < 200 || it.status > 299);
  if (!failed) return;
  const why =
    failed.problem === "http_timeout"
      ? "the bot did not answer within 3 seconds"
      : `the bot answered ${failed.status || "nothing"}`;
  note(`${what}: ${why}.`, "error");
}
