// The folder that clerks edit: what its check says, beside the line.

import { lastAsked, send } from "./actions.js";
import { button, el, note } from "./dom.js";
import { app } from "./store.js";

let told = null;

const errors = (folder) => folder.problems.filter((it) => it.severity === "error").length;

/** How many problems stop the folder from being used. */
export const folderBadge = () => (app.data.folder ? errors(app.data.folder) : 0);

/** Tell, once, that the folder was read again. */
export function tellFolder() {
  const { folder } = app.data;
  if (!folder) return;
  const now = `${folder.readings}/${folder.inUse}`;
  if (told !== null && told !== now && folder.changed.length) {
    note(
      `${folder.changed.join(", ")} was saved: ${found(folder)}.${use(folder)}`,
      errors(folder) ? "error" : "good",
    );
  }
  told = now;
}

/** Whether what was saved is what is answered with. */
function use(folder) {
  if (errors(folder)) return "";
  return folder.inUse ? " It is in use." : " It is being learned…";
}

const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** The problems in a few words; an error keeps the folder from being used. */
function found(folder) {
  const bad = errors(folder);
  const warnings = folder.problems.length - bad;
  const parts = [
    bad && `${counted(bad, "error")}, so the last good version answers`,
    warnings && counted(warnings, "warning"),
  ];
  return parts.filter(Boolean).join("; ") || "no problems";
}

export function folderTab() {
  const { folder } = app.data;
  if (!folder) return el("p", { class: "hint" }, "No folder is watched.");
  return [
    el(
      "p",
      { class: "hint" },
      `Save a file in “${folder.name}” and it shows here and in the next answer.`,
    ),
    el(
      "p",
      {},
      el("strong", {}, sentence(found(folder))),
      folder.changed.length > 0 && ` Last saved: ${folder.changed.join(", ")}.${use(folder)}`,
    ),
    again(),
    el("ol", { class: "problems" }, folder.problems.map(problem)),
  ];
}

const sentence = (words) => `${words[0].toUpperCase()}${words.slice(1)}.`;

function again() {
  const asked = lastAsked();
  if (!asked) return null;
  return button(
    ["Ask again: ", el("q", {}, asked.typed.slice(0, 60))],
    () => send(asked.typed, asked.thread),
    { class: "kit-button", data: { focus: "again" } },
  );
}

function problem(it) {
  return el(
    "li",
    { class: `problem ${it.severity}` },
    el(
      "p",
      { class: "where" },
      el("strong", {}, it.severity === "error" ? "Error" : "Warning"),
      ` ${it.file === "." ? "The folder" : it.file}`,
      it.line > 0 && `, line ${it.line}`,
    ),
    it.text &&
      el(
        "pre",
        { class: "line", tabindex: 0 },
        el("span", { class: "number" }, `${it.line} `),
        it.text,
      ),
    el(
      "p",
      { class: "words" },
      withCode(it.what),
      it.found && !it.what.includes(it.found) && [" ", el("code", {}, it.found)],
    ),
    el("p", { class: "words cure" }, withCode(it.cure)),
  );
}

/** What stands in `backticks` as code. */
function withCode(text) {
  return text.split("`").map((part, place) => (place % 2 ? el("code", {}, part) : part));
}
