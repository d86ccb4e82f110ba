import { describe, expect, it } from "@jest/globals";
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective, ParentRef } from "#shared/domain/okr/objective.ts";
import { ObjectivePage } from "#shared/ui/objective/ObjectivePage.tsx";
import { aCheckIn, aKeyResult, anObjective, instant, lena } from "#tests/support/okrs.ts";
import { checkInWorld, only, renderUi, viewsOf } from "#tests/support/ui.tsx";

const above = anObjective(9, { title: "Win every store" });
const known: ParentRef = { kind: "objective", id: above.id };
const unknown: ParentRef = { kind: "objective", id: anObjective(8).id };

/** One reading a week from 91 on, half a point more each time. */
const readings = (count: number): readonly CheckIn[] =>
  Array.from({ length: count }, (_, week) =>
    aCheckIn(week + 1, 1, {
      at: instant(new Date(Date.UTC(2026, 0, 5 + 7 * week, 9)).toISOString()),
      value: 91 + week / 2,
      note: `Week ${week + 1}`,
    }),
  );

interface Shown {
  readonly objective?: Partial<Objective>;
  readonly keyResult?: Partial<KeyResult>;
  readonly checkIns?: readonly CheckIn[];
}

const show = ({ objective = {}, keyResult = {}, checkIns = [] }: Shown = {}, dir: "ltr" | "rtl" = "ltr") => {
  const gone: ("back" | ParentRef)[] = [];
  const [view] = viewsOf([anObjective(1, objective)], [aKeyResult(1, 1, keyResult)], checkIns);
  renderUi(
    <ObjectivePage
      view={only(view ? [view] : [])}
      cycleName="Q1 2026"
      checkIn={checkInWorld().services}
      parentOf={({ id }) => (id === above.id ? above : undefined)}
      onOpenParent={(ref) => gone.push(ref)}
      onBack={() => gone.push("back")}
    />,
    dir,
  );
  return gone;
};

describe("ObjectivePage", () => {
  it("says who owns the objective, why it matters now, and leads back", async () => {
    const gone = show({ objective: { owner: lena, why: "Two clients asked for it." } });
    const article = screen.getByRole("article", { name: "Objective 1" });
    expect(article.textContent).toContain("Owner: Lena Krüger");
    expect(article.textContent).toContain("Why now: Two clients asked for it.");
    await userEvent.click(screen.getByRole("button", { name: "Back" }));
    expect(gone).toEqual(["back"]);
  });

  it("says in which cycle the objective is, and from when to when", () => {
    show();
    expect(screen.getByText("Q1 2026, 1 Jan 2026 to 31 Mar 2026")).toBeDefined();
  });

  it("says what counts more only where somebody said so", () => {
    show({ keyResult: { weight: 40 } });
    expect(screen.getByText("Weight 40 %")).toBeDefined();
    cleanup();
    show();
    expect(screen.queryByText(/^Weight/)).toBeNull();
  });

  it("[CO1] sets a high confidence beside figures that speak against it", () => {
    show({ checkIns: [aCheckIn(1, 1, { value: 90, confidence: 9 })] });
    expect(
      screen.getByText(/^Confidence is 9 of 10, while progress is \d+ points below what is expected/),
    ).toBeDefined();
    cleanup();
    show({ checkIns: readings(5).map((reading) => ({ ...reading, value: 91.5, confidence: 9 })) });
    expect(screen.getByText(/^Confidence is 9 of 10/)).toBeDefined();
    cleanup();
    show({ checkIns: [aCheckIn(1, 1, { value: 90, confidence: 3 })] });
    expect(screen.queryByText(/^Confidence is/)).toBeNull();
  });

  it("says how many readings of a limit lie inside", () => {
    const measure = { kind: "metric", direction: "stayBelow", unit: "days", limit: 92 } as const;
    show({ keyResult: { measure }, checkIns: readings(4) });
    expect(screen.getByText("75% of all readings lie inside.")).toBeDefined();
  });

  it("points back in the reading direction", () => {
    const back = (dir: "ltr" | "rtl"): string | undefined => {
      cleanup();
      show({}, dir);
      return screen.getByRole("button", { name: "Back" }).querySelector("path")?.outerHTML;
    };
    expect(back("rtl")).not.toBe(back("ltr"));
  });

  it("leads to the parents it knows and does not hide the others", async () => {
    const gone = show({ objective: { parents: [known, unknown] } });
    await userEvent.click(screen.getByRole("button", { name: "Win every store" }));
    expect(gone).toEqual([known]);
    expect(screen.getByText("an objective you cannot see here")).toBeDefined();
  });

  it("forecasts from three readings on, with what it is likely to lie between", () => {
    show({ checkIns: readings(5) });
    expect(screen.getByText(/^At this pace [\d.]+ % on 31 Mar 2026 \(likely between .+ and .+\)\.$/)).toBeDefined();
  });

  it("says how many readings a forecast still needs", () => {
    show({ checkIns: readings(2) });
    expect(screen.getByText("A forecast needs 3 readings; there are 2 so far.")).toBeDefined();
  });

  it("draws the readings, and says in words what is drawn", () => {
    show({ checkIns: readings(5) });
    const trend = screen.getByRole("img", { name: /^Trend/ });
    expect(trend.getAttribute("aria-label")).toBe("Trend: from 91\u00a0% on 5 Jan 2026 to 93\u00a0% on 2 Feb 2026");
    for (const label of ["Today", "90 %", "96 %", "1 Jan 2026", "31 Mar 2026", "Expected"]) {
      expect(within(trend).getByText(label)).toBeDefined();
    }
  });

  it("draws limits as limits", () => {
    const measure = { kind: "metric", direction: "stayBetween", unit: "°C", low: 2, high: 8 } as const;
    show({ keyResult: { measure }, checkIns: readings(3) });
    const trend = screen.getByRole("img", { name: /^Trend/ });
    for (const label of ["Limit", "2 °C", "8 °C"]) expect(within(trend).getByText(label)).toBeDefined();
    expect(within(trend).queryByText("Expected")).toBeNull();
  });

  it("shows the latest three check-ins, newest first, and all on request", async () => {
    show({ checkIns: readings(5) });
    const notes = () => screen.getAllByText(/^Week \d$/).map(({ textContent }) => textContent);
    expect(notes()).toEqual(["Week 5", "Week 4", "Week 3"]);
    await userEvent.click(screen.getByRole("button", { name: "Show all 5 check-ins" }));
    expect(notes()).toEqual(["Week 5", "Week 4", "Week 3", "Week 2", "Week 1"]);
  });

  it("shows what was agreed beforehand and what counts as done", () => {
    show({ keyResult: { measure: { kind: "milestone", acceptance: "Contract signed" } } });
    expect(screen.getByText("Counts as done when: Contract signed")).toBeDefined();
    expect(screen.queryByRole("region", { name: /^History/ })).toBeNull();
  });
});
