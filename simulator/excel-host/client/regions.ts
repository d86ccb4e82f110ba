import type { AddinHost } from "./pane/hostTypes.ts";
import type { ExcelSession } from "./session.ts";

type Region = "ribbon" | "grid" | "tabs" | "pane";

const ORDER: readonly Region[] = ["ribbon", "grid", "tabs", "pane"];

const FOCUSABLE = 'button:not([disabled]):not([tabindex="-1"]), [role="tab"][tabindex="0"], input, [tabindex="0"]';

const elementOf = (region: Region): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-region="${region}"]`);

const isShown = (region: Region): boolean => {
  const element = elementOf(region);
  return element !== null && element.getAttribute("aria-hidden") !== "true";
};

const enter = (session: ExcelSession, host: AddinHost | undefined, region: Region, by: 1 | -1): void => {
  if (region === "grid") session.focusGrid.current();
  else if (region === "pane") host?.focusPane(by === -1);
  else elementOf(region)?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
};

const current = (): Region | undefined =>
  ORDER.find((region) => elementOf(region)?.contains(document.activeElement) === true);

/** Moves the keyboard to the next region, or out of the pane when `from` says that it was there. */
export const nextRegion = (
  session: ExcelSession,
  host: AddinHost | undefined,
  by: 1 | -1,
  from: Region | undefined = current(),
): void => {
  const shown = ORDER.filter(isShown);
  const place = from === undefined ? shown.indexOf("grid") - by : shown.indexOf(from);
  const next = shown[(place + by + shown.length) % shown.length];
  if (next !== undefined) enter(session, host, next, by);
};
