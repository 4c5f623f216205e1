// The folder that clerks edit: what its check says, beside the line.

import { askAgain, lastAsked, typedText } from "./actions.js";
import { button, el, note } from "./dom.js";
import { app } from "./store.js";

let readings = null;

/** How many problems stop the folder from being used. */
export const folderBadge = () => app.data.folder?.problems.length ?? 0;

/** Tell, once, that the folder was read again. */
export function tellFolder() {
  const { folder } = app.data;
  if (!folder) return;
  if (readings !== null && folder.readings > readings) {
    const count = folder.problems.length;
    const files = folder.changed.join(", ") || folder.name;
    note(`${files} was saved: ${count ? words(count) : "no problems"}.`, count ? "error" : "good");
  }
  readings = folder.readings;
}

const words = (count) => (count === 1 ? "1 problem" : `${count} problems`);

export function folderTab() {
  const { folder } = app.data;
  if (!folder) return el("p", { class: "hint" }, "No folder is watched.");
  return [
    el("p", { class: "hint" }, `Save a file in “${folder.name}” and it shows here and in the next answer.`),
    el("p", {}, el("strong", {}, folder.problems.length ? words(folder.problems.length) : "No problems."),
      folder.changed.length > 0 && ` Last saved: ${folder.changed.join(", ")}.`),
    again(),
    el("ol", { class: "problems" }, folder.problems.map(problem)),
  ];
}

function again() {
  const asked = lastAsked();
  if (!asked) return null;
  return button(["Ask again: ", el("q", {}, typedText(asked.text).slice(0, 60))], () => askAgain(asked.ts),
    { class: "kit-button", data: { focus: "again" } });
}

function problem(it) {
  return el("li", { class: `problem ${it.severity}` },
    el("p", { class: "where" }, el("strong", {}, it.severity === "error" ? "Error" : "Warning"), ` ${it.file}, line ${it.line}`),
    it.text && el("pre", { class: "line", tabindex: 0 }, el("span", { class: "number" }, `${it.line} `), it.text),
    el("p", {}, it.what, it.found && [" ", el("code", {}, it.found)]),
    el("p", { class: "cure" }, it.cure));
}
