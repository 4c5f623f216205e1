// What the page knows: where the person is, and the last picture of the workspace.

export const app = {
  data: null, // the last snapshot
  user: "",
  channel: "",
  tab: "messages", // or "home"
  thread: null, // the ts of the thread that is open
  selected: null, // the ts of the message that the side panel is about
  panel: null, // the tab of the side panel that is open
  asked: null, // what was sent last: who, where and which words
  seen: {}, // the newest ts that was seen, by user and channel
  render: () => {},
  refresh: async () => {},
};

/** The name of a person or channel. */
export function names(id) {
  const found = [...app.data.people, ...app.data.channels].find((it) => it.id === id);
  return found?.name;
}

export const channel = () => app.data.channels.find((it) => it.id === app.channel);
export const direct = () => app.data.channels.find((it) => it.type === "im");
export const message = (ts) => app.data.messages.find((it) => it.ts === ts);
export const narrow = () => matchMedia("(max-width: 56rem)").matches;

/** Messages that stand in a channel itself; an answer whose question is gone stands there too. */
export function roots(id) {
  const here = app.data.messages.filter((it) => it.channel === id);
  const there = new Set(here.map((it) => it.ts));
  return here.filter((it) => !it.thread || !there.has(it.thread));
}

export const replies = (ts) => app.data.messages.filter((it) => it.thread === ts);

/** How many messages of others in a channel were not yet before this person. */
export function unread(id) {
  const since = app.seen[`${app.user}/${id}`] ?? "";
  const others = (it) => it.channel === id && it.user !== app.user && it.ts > since;
  return app.data.messages.filter(others).length;
}

/** Keep where we are in the address, so that a reload comes back here. */
export function remember() {
  const place = [app.user, app.channel, app.tab, app.thread ?? ""].join("/");
  history.replaceState(null, "", `#${place}`);
  app.seen[`${app.user}/${app.channel}`] = app.data.messages.at(-1)?.ts ?? "";
}

/** Where the address says that we are. */
export function recall() {
  const [user, id, tab, thread] = location.hash.slice(1).split("/");
  Object.assign(app, {
    user: user || "",
    channel: id || "",
    tab: tab || "messages",
    thread: thread || null,
  });
}
