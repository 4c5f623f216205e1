// A few signs, drawn here, so that they look alike on every computer.

const PATHS = {
  bolt: "M9 1 3 9h4l-1 6 7-9H9z",
  chat: "M2 3h12v8H7l-3 3v-3H2z",
  check: "m3 8 3.5 3.5L13 5",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 3v3.2L10.5 10",
  close: "m4 4 8 8m0-8-8 8",
  file: "M4 2h5l3 3v9H4zm5 0v3h3",
  hash: "M6 2 5 14m6-12-1 12M3 6h10.5M2.5 10H13",
  lens: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm3.4 7.9L14 14",
  lock: "M4 7h8v7H4zm2 0V5a2 2 0 0 1 4 0v2",
  menu: "M2 4h12M2 8h12M2 12h12",
  moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z",
  half: "M8 2.5a5.5 5.5 0 1 0 0 11zm0 0a5.5 5.5 0 0 1 0 11",
  pen: "m3 13 .6-3L11 2.6 13.4 5 6 12.4z",
  picture: "M2 3h12v10H2zm0 8 4-4 3 3 2-2 3 3",
  again: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  send: "M2 2.5 14 8 2 13.5 4 8zm2 5.5h5",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zm0-4v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1m0-10-1 1m-8 8-1 1",
  trash: "M3 4.5h10M6 4V2.5h4V4M4.5 4.5 5 14h6l.5-9.5",
  why: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.4 6.4a1.7 1.7 0 1 1 2.3 1.7c-.5.2-.7.5-.7 1V9.5m0 1.9v.1",
};
const SVG = "http://www.w3.org/2000/svg";

/** A sign, hidden from those who listen: words stand beside it. */
export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  picture.append(path);
  return picture;
}

/** Put signs into the elements of the page that ask for one by `data-icon`. */
export function fillIcons() {
  for (const place of document.querySelectorAll("[data-icon]"))
    place.prepend(icon(place.dataset.icon));
}
