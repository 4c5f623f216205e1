// Time and faults: what the workspace's clock shows, and what goes wrong on Slack's side.

import { wish } from "./api.js";
import { button, el, note } from "./dom.js";
import { app } from "./store.js";

const FAULTS = [
  [
    "429",
    "Too many requests (429)",
    "The next call of the bot is refused once: it must wait a second.",
  ],
  ["500", "Server error (500)", "The next call of the bot fails once."],
  ["drop", "Dropped connection", "The next call of the bot gets no answer."],
  ["slow", "Slow", "Every call takes 2 seconds longer, until all is well again."],
  ["duplicate", "Duplicate delivery", "The next event comes twice."],
];

async function set(given) {
  await wish("clock", given);
  await app.refresh();
}

async function fault(kind) {
  await wish("fault", { kind });
  await app.refresh();
}

export function worldTab() {
  const { clock, faults, retries, rules } = app.data;
  return [
    el("h3", {}, "What time it is"),
    el("p", {}, `${clock.day}, ${clock.time} ${clock.zone}`, clock.real ? "" : " (set by you)"),
    clock.moments.length > 0 &&
      el(
        "ul",
        { class: "moments" },
        clock.moments.map((it) =>
          el(
            "li",
            {},
            button(it.label, () => set({ at: it.at }), {
              class: "kit-button",
              title: `${it.day}, ${it.time}`,
              data: { focus: `moment/${it.label}` },
            }),
          ),
        ),
      ),
    el(
      "div",
      { class: "clock-form" },
      el("label", { for: "clock-field" }, "Another time"),
      el("input", {
        type: "datetime-local",
        id: "clock-field",
        class: "kit-field",
        value: clock.local,
        data: { focus: "clock" },
        onchange: (event) => event.target.value && set({ at: event.target.value }),
      }),
    ),
    el(
      "div",
      { class: "actions" },
      button("+ 1 hour", () => set({ advance: 3600 }), {
        class: "kit-button",
        data: { focus: "hour" },
      }),
      button("+ 1 day", () => set({ advance: 86400 }), {
        class: "kit-button",
        data: { focus: "day" },
      }),
      !clock.real &&
        button("Real time", () => set({}), { class: "kit-button", data: { focus: "real" } }),
    ),
    el("h3", {}, "What goes wrong"),
    el(
      "ul",
      { class: "faults" },
      FAULTS.map(([kind, label, about]) =>
        el(
          "li",
          {},
          button(label, () => fault(kind), {
            class: "kit-button",
            data: { focus: `fault/${kind}` },
          }),
          el("span", { class: "hint" }, about),
        ),
      ),
    ),
    faults.length > 0 && el("p", { class: "words on" }, `On now: ${faults.join("; ")}.`),
    el(
      "div",
      { class: "actions" },
      faults.length > 0 &&
        button("All well again", () => fault("clear"), {
          class: "kit-button primary",
          data: { focus: "clear" },
        }),
      retries > 0 &&
        button(`Deliver again now (${retries})`, retry, {
          class: "kit-button",
          data: { focus: "retry" },
        }),
      button("Clear all conversations", reset, {
        class: "kit-button danger",
        data: { focus: "reset" },
      }),
    ),
    rules.length > 0 && [
      el("h3", {}, "Rules of Slack that were broken"),
      el(
        "ul",
        { class: "rules" },
        rules.map((it) => el("li", {}, it)),
      ),
    ],
  ];
}

async function retry() {
  const told = await wish("retry", {});
  await app.refresh();
  if (told) note(`${told.delivered} delivered.`);
}

async function reset() {
  await wish("reset", {});
  Object.assign(app, { thread: null, selected: null });
  await app.refresh();
}
