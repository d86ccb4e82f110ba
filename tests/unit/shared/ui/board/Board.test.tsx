import { describe, expect, it } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Unit } from "#shared/domain/okr/unit.ts";
import type { ObjectiveView } from "#shared/domain/okr/view.ts";
import { Board } from "#shared/ui/board/Board.tsx";
import { aCheckIn, aCycle, aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { aFrame, checkInWorld, europe, germany, renderUi, tinycart, viewsOf } from "#tests/support/ui.tsx";

const show = (unit: Unit, views: readonly ObjectiveView[] | undefined) => {
  const opened: string[] = [];
  renderUi(
    <Board
      frame={aFrame()}
      unit={unit}
      cycles={[aCycle()]}
      views={views}
      checkIn={checkInWorld().services}
      onOpenObjective={(id) => opened.push(id)}
      onOpenUnit={({ name }) => opened.push(name)}
    />,
  );
  return opened;
};

const german = viewsOf([anObjective(1), anObjective(2)], [aKeyResult(1, 1), aKeyResult(2, 2)], [aCheckIn(1, 1)]);

describe("Board", () => {
  it("says that it is loading", () => {
    show(germany, undefined);
    expect(screen.getByText("Loading objectives…")).toBeDefined();
  });

  it("says where objectives come from when a unit has none, and leads up", async () => {
    const opened = show(germany, []);
    expect(screen.getByText("Germany has no objectives in Q1 2026 yet.")).toBeDefined();
    expect(screen.getByText(/edited in Excel/)).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Go up to Europe" }));
    expect(opened).toEqual(["Europe"]);
  });

  it("has nowhere to go up from the top", () => {
    show(tinycart, []);
    expect(screen.queryByRole("button", { name: /Go up/ })).toBeNull();
  });

  it("counts what the unit has, and opens an objective", async () => {
    const opened = show(germany, german);
    expect(screen.getByText("2 objectives · 2 key results")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Objective 2" }));
    expect(opened).toEqual([anObjective(2).id]);
  });

  it("shows how the units below stand, and which have nothing yet", async () => {
    const opened = show(europe, german);
    const below = within(screen.getByRole("region", { name: "Below Europe" }));
    expect(below.getByText("2 objectives · 2 key results")).toBeDefined();
    await userEvent.click(below.getByRole("button", { name: "Germany" }));
    expect(opened).toEqual(["Germany"]);
  });

  it("leads the eye and the keyboard to the units below", async () => {
    show(europe, viewsOf([anObjective(1, { unitKey: europe.key })], []));
    await userEvent.click(screen.getByRole("button", { name: "1 unit below" }));
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Below Europe" }));
    expect(screen.getByText("No objectives in this cycle")).toBeDefined();
  });
});
