import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { waitFor } from "@testing-library/react";
import { createOkrSession, type OkrSession } from "#shared/application/okrSession.ts";
import { targetOf } from "#shared/application/place.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aFrame, clock, europe, germany, tinycart } from "#tests/support/ui.tsx";
import { followAddress } from "../../../../teams-app/host/address.ts";

let session: OkrSession;
let stop: () => void;

beforeEach(() => {
  window.history.replaceState(undefined, "", "/tab.html");
  session = createOkrSession({
    okrRepository: createMemoryOkrRepository(createMemoryHome(aFrame())),
    ...createManualDay(),
    clock,
  });
  stop = followAddress(window, session);
});
afterEach(() => {
  stop();
  session.dispose();
});

const shown = (): string | undefined => {
  const now = session.state.get();
  return now.kind === "ready" ? targetOf(now.place) : undefined;
};

describe("the address of a plain page", () => {
  it("says where one is, and Back leads to where one was", async () => {
    const before = window.history.length;
    await session.start({});
    expect(window.location.hash).toBe("#/u/tinycart");
    expect(window.history.length).toBe(before);
    await session.goTo({ unitKey: europe.key });
    await session.goTo({ unitKey: germany.key, cycleKey: cycleKey("2026-q1") });
    expect(window.location.hash).toBe("#/u/de/c/2026-q1");
    window.history.back();
    await waitFor(() => expect(shown()).toBe("u/europe"));
    window.history.back();
    await waitFor(() => expect(shown()).toBe("u/tinycart"));
    window.history.forward();
    await waitFor(() => expect(shown()).toBe("u/europe"));
    expect(window.location.hash).toBe("#/u/europe");
  });

  it("leads where somebody types, as far as it exists", async () => {
    await session.start({ unitKey: tinycart.key });
    window.location.hash = "#/u/de";
    await waitFor(() => expect(shown()).toBe("u/de"));
    window.location.hash = "#/u/atlantis";
    await waitFor(() => expect(shown()).toBe("u/tinycart"));
    await waitFor(() => expect(window.location.hash).toBe("#/u/tinycart"));
  });

  it("says nothing before there is a place", () => {
    expect(window.location.hash).toBe("");
  });
});
