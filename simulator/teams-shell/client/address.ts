import type { ShellSession } from "../wire.ts";
import type { ShellState } from "./shell/state.ts";

/** The address that opens the shell where it stands now, so that a reload stays there. [TS30] */
export const addressOf = (state: ShellState, { user, guestPage, start, loadLimit }: ShellSession): string => {
  const { place, theme, locale } = state;
  const query = new URLSearchParams({ user: user.key });
  if (guestPage !== undefined) query.set("app", guestPage);
  if (place.kind === "channel") {
    query.set("view", "channel");
    query.set("channel", place.channelId);
    query.set("tab", place.tabId);
  } else if (place.kind === "app") {
    query.set("view", "personal");
    query.set("tab", place.entityId);
  } else {
    query.set("view", place.kind);
  }
  query.set("theme", theme);
  query.set("locale", locale);
  if (start.host !== "web") query.set("host", start.host);
  if (loadLimit !== 30_000) query.set("limit", String(loadLimit));
  return `?${query.toString()}`;
};
