import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup } from "@testing-library/react";
import type { OpenSession } from "#shared/application/okrSession.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import { Freshness } from "#shared/ui/notice/Freshness.tsx";
import { createFormat } from "#shared/ui/text/format.ts";
import { day } from "#tests/support/okrs.ts";
import { aFrame, clock, germany, renderUi } from "#tests/support/ui.tsx";

afterEach(cleanup);

const textOf = (more: Partial<OpenSession>): string => {
  const state: OpenSession = {
    kind: "ready",
    frame: aFrame(),
    place: { unitKey: germany.key },
    okrs: { kind: "ready", set: emptyOkrSet },
    connection: "live",
    asOf: clock.now(),
    hasRoom: true,
    below: { kind: "rows" },
    today: day("2026-02-10"),
    ...more,
  };
  return renderUi(<Freshness state={state} />).container.textContent ?? "";
};

/** The parts of a moment that do not depend on where the test runs. */
const yesterday = clock.now() - 24 * 3_600_000;

describe("from when the figures are", () => {
  it("is not said while they are the latest", () => {
    expect(textOf({})).toBe("");
  });

  it("[LV1] is said of a copy that is being brought up to date, once there is something to see", () => {
    expect(textOf({ connection: "updating", asOf: yesterday })).toMatch(
      /^As of Mon.* 9 Feb.*\. Bringing it up to date…$/,
    );
    expect(textOf({ connection: "updating", okrs: { kind: "loading" } })).toBe("");
  });

  it.each(["offline", "busy", "lost"] as const)("[LV5] is said with the reason: %s", (connection) => {
    expect(textOf({ connection, asOf: yesterday })).toMatch(/(connection|busy|stopped).*as of Mon.* 9 Feb/);
  });

  it("[LV12] is said while so many look that the pause is longer", () => {
    expect(textOf({ connection: "slow", asOf: yesterday })).toMatch(/Many people.*as of Mon.* 9 Feb.*a little later/);
  });

  it("[LC9] stands beside the news that the device is full and nothing lost", () => {
    expect(textOf({ hasRoom: false })).toMatch(/full.*Nothing is lost/);
  });

  it("names only the time of a moment of today", () => {
    const format = createFormat("de-DE");
    expect(format.moment(clock.now(), clock.now())).toMatch(/^\d{1,2}:\d{2}$/);
    expect(format.moment(yesterday, clock.now())).toMatch(/^Mo.*9\. Feb.*\d{1,2}:\d{2}$/);
  });
});
