/** Streams of changes: of the lists of check-ins they bring what was stored since, of all others nothing. */

interface StoredCheckIn {
  readonly atMs: number;
  readonly item: object;
}

/** Of documented pages; without `$top`. */
const DEFAULT_PAGE = 200;
/** Milliseconds. Rows from before concern nobody here but the bill: their pages are charged, and come empty. */
const TOLD_MS = 120_000;

/** @param before rows of each list that came before the day */
export const createCheckInLists = (now: () => number, before: number) => {
  const lists = new Map<string, StoredCheckIn[]>();
  let items = 0;

  const endOf = (list: string): number => before + (lists.get(list)?.length ?? 0);

  const after = (list: string, from: number, to: number): readonly object[] =>
    (lists.get(list) ?? [])
      .slice(Math.max(0, from - before), Math.max(0, to - before))
      .filter(({ atMs }) => now() - atMs < TOLD_MS)
      .map(({ item }) => item);

  return {
    add: (list: string, fields: object): object => {
      items += 1;
      const item = { id: String(items), eTag: `"new,1"`, fields };
      const stored = lists.get(list) ?? [];
      stored.push({ atMs: now(), item });
      lists.set(list, stored);
      return item;
    },
    delta: (list: string, url: string): object => {
      const [path = "", query = ""] = url.split("?");
      const parameters = new URLSearchParams(query);
      const top = Number(parameters.get("$top") ?? DEFAULT_PAGE);
      const token = parameters.get("token") ?? "0";
      const end = list.endsWith("Check-ins") ? endOf(list) : 0;
      const seen = token === "latest" ? end : Number(token);
      const told = Math.min(end, seen + top);
      const link = `https://graph.microsoft.com/v1.0${path}?token=${told}&$top=${top}`;
      return { value: after(list, seen, told), [told < end ? "@odata.nextLink" : "@odata.deltaLink"]: link };
    },
  };
};
