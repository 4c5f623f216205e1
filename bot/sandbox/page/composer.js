// The box where a person types, with completion of commands.

import { send } from "./actions.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { app } from "./store.js";

/** A message box. `target` says which thread it writes to, null for the channel. */
export function composer(id, target) {
  const list = el("ul", {
    class: "completion",
    id: `${id}-list`,
    role: "listbox",
    "aria-label": "Commands",
    hidden: true,
  });
  const box = el("textarea", {
    id,
    rows: 1,
    class: "composer-box",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    oninput: () => {
      grow(box);
      complete();
    },
    onkeydown: onKey,
    onblur: () =>
      setTimeout(() => {
        if (document.activeElement !== box) hide();
      }, 150),
  });
  const status = el("span", { class: "unseen", role: "status" });
  const sender = el(
    "button",
    { type: "submit", class: "send", "aria-label": "Send" },
    icon("send"),
  );
  const form = el(
    "form",
    {
      class: "composer",
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    list,
    box,
    sender,
    status,
  );
  let chosen = 0;
  let busy = false;

  async function submit() {
    const typed = box.value;
    if (busy || !typed.trim()) return;
    busy = true;
    box.value = "";
    grow(box);
    hide();
    await send(typed, target());
    busy = false;
  }

  function onKey(event) {
    if (!list.hidden && completionKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  }

  function completionKey(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) choose(chosen + moves[event.key]);
    else if (event.key === "Tab" || (event.key === "Enter" && !exact())) take(chosen);
    else if (event.key === "Escape") hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const matching = () => app.data.commands.filter((it) => it.name.startsWith(box.value));
  const exact = () => matching().some((it) => it.name === box.value);

  function complete() {
    const fits = /^\/\S*$/.test(box.value) && target() === null ? matching() : [];
    if (!fits.length) return hide();
    fill(
      list,
      fits.map((it, place) =>
        el(
          "li",
          {
            id: `${id}-option-${place}`,
            role: "option",
            onmousedown: (event) => {
              event.preventDefault();
              take(place);
            },
          },
          el("strong", {}, it.name),
          el("span", {}, ` ${it.help}`),
        ),
      ),
    );
    list.hidden = false;
    status.textContent = `${fits.length} commands. Arrow keys choose, Tab completes.`;
    choose(0);
  }

  function choose(place) {
    const options = [...list.children];
    chosen = (place + options.length) % options.length;
    options.forEach((it, at) => it.setAttribute("aria-selected", String(at === chosen)));
    box.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function take(place) {
    box.value = `${matching()[place].name} `;
    hide();
    box.focus();
  }

  function hide() {
    list.hidden = true;
    status.textContent = "";
    box.removeAttribute("aria-activedescendant");
  }

  return { form, box };
}

/** As high as its text, up to a third of the window. */
function grow(box) {
  box.rows = 1;
  const line = parseFloat(getComputedStyle(box).lineHeight) || 20;
  box.rows = Math.max(1, Math.min(8, Math.floor((box.scrollHeight - 8) / line)));
}

/** Name the box after where it writes to. */
export function label(box, words) {
  box.setAttribute("aria-label", words);
  box.placeholder = words;
}
