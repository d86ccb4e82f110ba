import { describe, expect, it } from "@jest/globals";
import { firstLoadState, nextLoadState, type LoadEvent } from "#simulator/teams-shell/client/protocol/loading.ts";

const after = (showsIndicator: boolean, ...events: readonly LoadEvent["type"][]): string => {
  let state = firstLoadState(showsIndicator);
  for (const type of events) {
    const event: LoadEvent = type === "failure" ? { type, reason: "AuthFailed" } : { type };
    state = nextLoadState(state, event, showsIndicator);
  }
  return state.type;
};

describe("[TS8] how far a page has come", () => {
  it.each([
    [["initialized"], "loading"],
    [["initialized", "appLoaded"], "loaded"],
    [["initialized", "appLoaded", "success"], "ready"],
    [["initialized", "expectedFailure"], "ready"],
    [["initialized", "limitReached"], "timedOut"],
    [["initialized", "appLoaded", "limitReached"], "timedOut"],
    [["initialized", "success", "limitReached"], "ready"],
    [["initialized", "success", "appLoaded"], "ready"],
    [["initialized", "failure"], "failed"],
    [["initialized", "limitReached", "retried"], "loading"],
    [["limitReached", "success"], "ready"],
  ] as const)("with an indicator, %j is %s", (events, state) => {
    expect(after(true, ...events)).toBe(state);
  });

  it.each([
    [[], "ready"],
    [["initialized"], "ready"],
    [["limitReached"], "ready"],
    [["failure"], "failed"],
  ] as const)("without an indicator, %j is %s", (events, state) => {
    expect(after(false, ...events)).toBe(state);
  });
});
