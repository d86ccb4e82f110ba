import type { OkrSession } from "#shared/application/okrSession.ts";
import { parseTarget, startingPlace, targetOf } from "#shared/application/place.ts";

const targetIn = (page: Window): string => page.location.hash.replace(/^#\/?/, "");

/**
 * Keeps the address of a plain page in step with where one is, so that Back, a bookmark and a link typed into the address lead
 * there. Hosts have ways of their own. The result ends it.
 */
export const followAddress = (page: Window, { state, goTo }: Pick<OkrSession, "state" | "goTo">): (() => void) => {
  /** The place whose target the address says, and whether it has said any yet. */
  let said: string | undefined;
  const tell = (): void => {
    const now = state.get();
    if (now.kind !== "ready") return;
    const target = targetOf(now.place);
    if (target === said) return;
    // The first place is where the page was opened; to go back from there means to leave.
    if (said === undefined) page.history.replaceState(undefined, "", `#/${target}`);
    else page.history.pushState(undefined, "", `#/${target}`);
    said = target;
  };
  const obey = (): void => {
    const now = state.get();
    if (now.kind !== "ready" || targetIn(page) === said) return;
    const place = startingPlace(now.frame, parseTarget(targetIn(page)));
    if (!place) return;
    said = targetOf(place);
    // What does not exist leads to the nearest that does.
    if (said !== targetIn(page)) page.history.replaceState(undefined, "", `#/${said}`);
    void goTo(place);
  };
  const stop = state.subscribe(tell);
  // Fired by Back and Forward too, whenever they change what stands behind the mark.
  page.addEventListener("hashchange", obey);
  return () => {
    stop();
    page.removeEventListener("hashchange", obey);
  };
};
