// Light, dark, or as the computer says.

import { icon } from "./icons.js";

const NAMES = ["auto", "light", "dark"];
const SIGNS = { auto: "half", light: "sun", dark: "moon" };

/** Make a button that goes round the three. */
export function theme(button) {
  let now = NAMES.includes(localStorage.theme) ? localStorage.theme : "auto";
  const show = () => {
    document.documentElement.dataset.theme = now;
    button.replaceChildren(icon(SIGNS[now]));
    button.title = `Colours: ${now}`;
    button.setAttribute("aria-label", `Colours: ${now}`);
  };
  button.addEventListener("click", () => {
    now = NAMES[(NAMES.indexOf(now) + 1) % NAMES.length];
    localStorage.theme = now;
    show();
  });
  show();
}
