import { describe, expect, it } from "@jest/globals";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { KeyResultRow } from "#shared/ui/objective/KeyResultRow.tsx";
import { aCheckIn, aKeyResult, anObjective, instant, lena } from "#tests/support/okrs.ts";
import { checkInWorld, only, renderUi, viewsOf } from "#tests/support/ui.tsx";

const keyResult = aKeyResult(1, 1, { title: "Stores audited", owner: lena });
const measured = aCheckIn(1, 1, { at: instant("2026-02-03T09:00:00Z"), value: 92.5, confidence: 6 });

/** A row as a list keeps it: open or not, with what was stored last. */
const Row = ({ checkIns, waiting = false }: { readonly checkIns: readonly CheckIn[]; readonly waiting?: boolean }) => {
  const [world] = useState(() => checkInWorld());
  const [stored, setStored] = useState<CheckIn>();
  const all = stored ? [stored, ...checkIns] : checkIns;
  const view = only(only(viewsOf([anObjective(1)], [keyResult], all)).keyResults);
  return (
    <ul>
      <KeyResultRow
        view={view}
        stage="active"
        checkIn={{
          ...world.services,
          stored: ({ checkIn }) => setStored(checkIn),
          waiting: new Set(waiting ? [keyResult.id] : []),
          ...(stored ? { justStored: stored } : {}),
        }}
      />
    </ul>
  );
};

const button = (): HTMLElement => screen.getByRole("button", { name: "Check in: Stores audited" });

describe("KeyResultRow", () => {
  it("says where the key result stands, in figures and in words", () => {
    renderUi(<Row checkIns={[measured]} />);
    const row = screen.getByRole("listitem");
    for (const fact of ["now 92.5\u00a0%", "from 90\u00a0% to 96\u00a0%", "Confidence 6 of 10", "Lena Krüger"]) {
      expect(row.textContent).toContain(fact);
    }
    expect(row.textContent).toContain("Last check-in 7 days ago");
    const meter = screen.getByRole("meter", { name: "Stores audited" });
    expect(meter.getAttribute("aria-valuetext")).toBe("42% done, 45% expected today");
  });

  it("says of a check-in that is on its way that it waits, in the place of its age", () => {
    renderUi(<Row checkIns={[measured]} waiting />);
    const row = screen.getByRole("listitem");
    expect(row.textContent).toContain("Waiting to be sent");
    expect(row.textContent).not.toContain("Last check-in");
  });

  it("does not take unmeasured for zero", () => {
    renderUi(<Row checkIns={[]} />);
    expect(screen.getByRole("listitem").textContent).toContain("Not measured yet");
    expect(screen.getByRole("meter").getAttribute("aria-valuetext")).toBe("Not measured yet");
  });

  it("gives the focus back to its button when the form is left", async () => {
    renderUi(<Row checkIns={[]} />);
    await userEvent.click(button());
    expect(button().getAttribute("aria-expanded")).toBe("true");
    await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("form")).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  it("says beside the figures that it was stored, and lets it be corrected", async () => {
    renderUi(<Row checkIns={[]} />);
    await userEvent.click(button());
    await userEvent.type(await screen.findByRole("textbox", { name: "New value" }), "93{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(button()));
    expect(screen.getByRole("listitem").textContent).toContain("Check-in saved");
    await userEvent.click(screen.getByRole("button", { name: "Correct the check-in: Stores audited" }));
    expect(await screen.findByRole("textbox", { name: "New value" })).toHaveProperty("value", "93");
  });
});
