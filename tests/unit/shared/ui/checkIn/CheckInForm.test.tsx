import { describe, expect, it } from "@jest/globals";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import { CheckInForm } from "#shared/ui/checkIn/CheckInForm.tsx";
import { createMemoryOutboxDisk } from "#tests/support/memoryOutboxStore.ts";
import { aCheckIn, aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { checkInWorld, only, renderUi, viewsOf, type CheckInWorld } from "#tests/support/ui.tsx";
import { forbiddenKeep, memoryKeep } from "#tests/support/memoryKeep.ts";

const viewOf = (keyResult: KeyResult, checkIns: readonly CheckIn[] = []) =>
  only(only(viewsOf([anObjective(1)], [keyResult], checkIns)).keyResults);

const measured = (measure: Measure): KeyResult => aKeyResult(1, 1, { measure });

const visits = { kind: "metric", direction: "up", unit: "visits", baseline: 0, target: 5000 } as const;

interface Opened {
  readonly world: CheckInWorld;
  readonly closed: () => boolean;
}

const open = (keyResult: KeyResult, world = checkInWorld(), correcting?: CheckIn): Opened => {
  let isClosed = false;
  renderUi(
    <CheckInForm
      view={viewOf(keyResult)}
      services={world.services}
      correcting={correcting}
      onClose={() => {
        isClosed = true;
      }}
    />,
  );
  return { world, closed: () => isClosed };
};

const valueField = (): HTMLElement => screen.getByRole("textbox", { name: "New value" });
const save = (): Promise<void> => userEvent.click(screen.getByRole("button", { name: "Save" }));

describe("CheckInForm", () => {
  it("stores value, confidence and note, and closes", async () => {
    const { world, closed } = open(measured(visits));
    await userEvent.type(valueField(), "1,250");
    await userEvent.click(screen.getByRole("radio", { name: "7" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Note" }), "Two new stores");
    await save();
    expect(world.stored).toMatchObject([{ value: 1250, confidence: 7, note: "Two new stores" }]);
    expect([...world.home.checkIns.values()].map(({ record }) => record)).toEqual(world.stored);
    expect(closed()).toBe(true);
  });

  it("asks for something, and leads back to the field", async () => {
    const { world, closed } = open(measured(visits));
    await save();
    expect(screen.getByText("Enter a value, a confidence or a note.")).toBeDefined();
    expect(document.activeElement).toBe(valueField());
    expect([world.stored, closed()]).toEqual([[], false]);
  });

  it("keeps what it could not read, and says why", async () => {
    open(measured(visits));
    await userEvent.type(valueField(), "a lot{Enter}");
    expect(screen.getByText("“a lot” is not a number. Example: 12.5")).toBeDefined();
    expect(valueField()).toHaveProperty("value", "a lot");
  });

  it("offers the readings of a figure that can mean two", async () => {
    const { world } = open(measured({ kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96 }));
    await userEvent.type(valueField(), "0.45{Enter}");
    expect(screen.getByText("“0.45” can mean 45 or 0.45. Which one?")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "0.45" }));
    await save();
    expect(world.stored).toMatchObject([{ value: 0.45 }]);
  });

  it("types out a short form on request", async () => {
    const { world } = open(measured(visits));
    await userEvent.type(valueField(), "4k{Enter}");
    await userEvent.click(screen.getByRole("button", { name: "4,000" }));
    await save();
    expect(world.stored).toMatchObject([{ value: 4000 }]);
  });

  it("says by how much a note is too long", async () => {
    open(measured(visits));
    const note = screen.getByRole("textbox", { name: "Note" });
    await userEvent.click(note);
    await userEvent.paste("x".repeat(100_000));
    await save();
    expect(screen.getByText(/^The note is [\d]+ characters too long\.$/)).toBeDefined();
    expect(document.activeElement).toBe(note);
  });

  it("finds again what was begun earlier, and throws it away on request", async () => {
    const keep = memoryKeep();
    const first = open(measured(visits), checkInWorld(keep));
    await userEvent.type(valueField(), "12");
    expect(first.closed()).toBe(false);
    document.body.replaceChildren();

    const { closed } = open(measured(visits), checkInWorld(keep));
    expect(screen.getByText("You had started this check-in earlier.")).toBeDefined();
    expect(valueField()).toHaveProperty("value", "12");
    await userEvent.click(screen.getByRole("button", { name: "Throw away" }));
    expect(closed()).toBe(true);
    document.body.replaceChildren();

    open(measured(visits), checkInWorld(keep));
    expect(valueField()).toHaveProperty("value", "");
  });

  it.each([
    ["kept on this device", memoryKeep(), "What you typed is kept on this device."],
    ["only on the screen", forbiddenKeep, "this device cannot keep it: leave the page open."],
  ])("says that what could not be sent is %s", async (_, keep, sentence) => {
    const disk = createMemoryOutboxDisk();
    disk.refuse = "full";
    const { closed } = open(measured(visits), checkInWorld(keep, { type: "Offline" }, disk));
    await userEvent.type(valueField(), "12{Enter}");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("No connection to Microsoft 365");
    expect(alert.textContent).toContain(sentence);
    expect(valueField()).toHaveProperty("value", "12");
    expect(closed()).toBe(false);
  });

  it("[OB1] closes when there is no network: what was typed is kept, and on its way", async () => {
    const { world, closed } = open(measured(visits), checkInWorld(memoryKeep(), { type: "Offline" }));
    await userEvent.type(valueField(), "12{Enter}");
    await waitFor(() => expect(closed()).toBe(true));
    expect(world.stored).toMatchObject([{ value: 12 }]);
    expect(world.sent).toEqual([false]);
    expect(world.outbox.state.get().entries).toMatchObject([{ label: "Key result 1", state: { type: "waiting" } }]);
  });

  it("asks of a milestone only whether it is done", async () => {
    const { world } = open(measured({ kind: "milestone", acceptance: "signed" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "It is done" }));
    await save();
    expect(world.stored).toMatchObject([{ value: 1 }]);
  });

  it("asks how much of a percentage is done", async () => {
    const { world } = open(measured({ kind: "percentage", target: 100 }));
    await userEvent.type(screen.getByRole("textbox", { name: "Percent done" }), "45%{Enter}");
    expect(world.stored).toMatchObject([{ value: 45 }]);
  });

  it("takes the first figure of a baseline", async () => {
    const { world } = open(measured({ kind: "baseline", unit: "days" }));
    await userEvent.type(valueField(), "-3.5 days{Enter}");
    expect(world.stored).toMatchObject([{ value: -3.5 }]);
  });

  it("saves with Ctrl and Enter from the note, and leaves with Escape", async () => {
    const { world, closed } = open(measured(visits));
    await userEvent.type(screen.getByRole("textbox", { name: "Note" }), "Done{Control>}{Enter}{/Control}");
    expect(world.stored).toMatchObject([{ note: "Done" }]);
    expect(closed()).toBe(true);
    document.body.replaceChildren();
    const other = open(measured(visits));
    await userEvent.type(valueField(), "{Escape}");
    expect(other.closed()).toBe(true);
    expect(other.world.stored).toEqual([]);
  });

  it("begins a correction with what was stored, and stores a newer check-in", async () => {
    const wrong = aCheckIn(1, 1, { value: 1250.5, confidence: 3, note: "Typo" });
    const { world } = open(measured(visits), checkInWorld(), wrong);
    expect(screen.getByText(/Both stay in the history/)).toBeDefined();
    expect(valueField()).toHaveProperty("value", "1250.5");
    await userEvent.clear(valueField());
    await userEvent.type(valueField(), "1520.5{Enter}");
    expect(world.stored).toMatchObject([{ value: 1520.5, confidence: 3, note: "Typo" }]);
    expect(only(world.stored).id).not.toBe(wrong.id);
  });
});
