/** Where a visitor can open the app, and the address behind each place. */

const placeKeys = ["both", "personal", "channel", "excel", "web"] as const;
export type PlaceKey = (typeof placeKeys)[number];

export interface Place {
  readonly key: PlaceKey;
  readonly title: string;
  readonly note: string;
}

export const places: readonly Place[] = [
  { key: "both", title: "Side by side", note: "Teams on the left, Excel on the right, the same data" },
  { key: "personal", title: "Teams, personal tab", note: "The app in the left bar of Teams" },
  { key: "channel", title: "Teams, tab of a channel", note: "Pinned to a channel, as a team uses it in its meetings" },
  { key: "excel", title: "Excel", note: "A workbook with the app's pane beside the grid" },
  { key: "web", title: "Browser", note: "The app on its own, outside of Teams and Excel" },
];

export const isPlaceKey = (value: unknown): value is PlaceKey => placeKeys.some((key) => key === value);

/** A path of this server; the person is signed in on the way there. */
export const addressOf = (place: PlaceKey, userKey: string): string => {
  const user = encodeURIComponent(userKey);
  const targets: Readonly<Record<PlaceKey, string>> = {
    both: `/side-by-side?user=${user}`,
    personal: `/teams?user=${user}&view=personal`,
    channel: `/teams?user=${user}&view=channel`,
    excel: `/excel?user=${user}`,
    web: "/web",
  };
  return `/entra/sim-login?user=${user}&return=${encodeURIComponent(targets[place])}`;
};
