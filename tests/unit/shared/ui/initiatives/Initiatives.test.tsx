import { describe, expect, it } from "@jest/globals";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { recordInitiative } from "#shared/application/initiatives/recordInitiative.ts";
import { createShownInitiatives } from "#shared/application/initiatives/shownInitiatives.ts";
import { createSender } from "#shared/application/outbox/sender.ts";
import { createStore } from "#shared/application/store.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import { revision } from "#shared/domain/okr/ids.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository, OkrWrite } from "#shared/ports/okrRepository.ts";
import type { InitiativeServices } from "#shared/ui/initiatives/services.ts";
import { ObjectivePage } from "#shared/ui/objective/ObjectivePage.tsx";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createManualNetwork, outboxOver } from "#tests/support/outbox.ts";
import { aKeyResult, anInitiative, anInitiativeOf, anObjective, day, guid, lena } from "#tests/support/okrs.ts";
import { checkInWorld, clock, only, renderUi, signedInAsLena, viewsOf } from "#tests/support/ui.tsx";

const setUp = async (initiatives: readonly Initiative[], isFixed = false) => {
  const home = createMemoryHome();
  const others = createMemoryOkrRepository(home, "Farid Haddad");
  await others.write(initiatives.map((initiative): OkrWrite => ({ kind: "createInitiative", initiative })));
  const trouble: { error?: AccessError } = {};
  const mine = createMemoryOkrRepository(home);
  const okrRepository: OkrRepository = {
    ...mine,
    write: (writes, ...rest) => {
      const { error } = trouble;
      return error ? Promise.resolve(writes.map(() => ({ type: "Failed", error }))) : mine.write(writes, ...rest);
    },
  };
  const outbox = outboxOver({ okrRepository, clock });
  const sender = createSender({ outbox, clock, network: createManualNetwork(), chance: () => 0 });
  let made = 0;
  const newId = () => guid("3", (made += 1) + 100);
  const services: InitiativeServices = {
    shown: createShownInitiatives({
      okrRepository,
      clock,
      pressure: { level: () => "free", onChange: () => () => undefined },
      session: { looks: createStore(0) },
      outbox,
    }),
    record: recordInitiative({ clock, ids: { guid: newId }, signIn: signedInAsLena, outbox, sender }),
    outbox: { ...outbox, sendNow: sender.now },
    me: () => Promise.resolve(lena),
    newId,
  };
  const page = (
    <ObjectivePage
      view={only(viewsOf([anObjective(1)], [aKeyResult(1, 1)]))}
      cycleName="Q1 2026"
      checkIn={checkInWorld().services}
      parentOf={() => undefined}
      onOpenParent={() => undefined}
      onBack={() => undefined}
      initiatives={services}
      isFixed={isFixed}
    />
  );
  await act(async () => {
    renderUi(page);
    await clock.pass(0);
  });
  const section = (title: string) => screen.findByLabelText(`Initiatives for “${title}”`);
  const stored = (): readonly Initiative[] => [...home.initiatives.values()].map(({ record }) => record);
  return { home, others, trouble, section, stored };
};

describe("initiatives of an objective", () => {
  it("[IV1] [IV3] stand under their key result or objective, and say in words what is overdue", async () => {
    const { section } = await setUp([
      anInitiative(1, 1, { due: day("2026-02-07"), owner: lena, link: "https://tinycart.example/plan" }),
      anInitiative(2, 1, { state: "notStarted", due: day("2026-02-20") }),
      anInitiative(3, 1, { state: "done" }),
      anInitiativeOf(4, 1),
    ]);
    const ofKeyResult = await section("Key result 1");
    expect(ofKeyResult.textContent).toContain("2 open · 1 overdue");
    expect(ofKeyResult.textContent).toContain("Overdue by 3 days (7 Feb 2026)");
    expect(ofKeyResult.textContent).toContain("Due 20 Feb 2026");
    const rows = (): readonly Element[] => [...ofKeyResult.querySelectorAll("li")];
    expect(rows().map((row) => row.textContent?.slice(0, 12))).toEqual(["Initiative 1", "Initiative 2"]);
    const link = within(ofKeyResult).getByLabelText("Open the link of “Initiative 1”");
    expect(link.getAttribute("href")).toBe("https://tinycart.example/plan");
    fireEvent.click(within(ofKeyResult).getByText("Show 1 that is done or dropped"));
    expect(rows()).toHaveLength(3);
    expect((await section("Objective 1")).textContent).toContain("Initiative 4");
  });

  it("[LV14] are added by the keyboard alone, and shown at once", async () => {
    const { section, stored } = await setUp([]);
    const ofKeyResult = await section("Key result 1");
    await userEvent.click(within(ofKeyResult).getByLabelText("Add an initiative for “Key result 1”"));
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText("Say what is to be done.")).toBeDefined();
    await userEvent.paste("Call ten shops");
    fireEvent.change(screen.getByLabelText("Link"), { target: { value: "tinycart.example/plan" } });
    fireEvent.change(screen.getByLabelText("Due date"), { target: { value: "2026-02-20" } });
    await userEvent.keyboard("{Enter}");
    expect(await within(ofKeyResult).findByText("Call ten shops")).toBeDefined();
    await waitFor(() =>
      expect(stored()).toEqual([
        anInitiative(101, 1, {
          title: "Call ten shops",
          state: "notStarted",
          owner: lena,
          due: day("2026-02-20"),
          link: "https://tinycart.example/plan",
        }),
      ]),
    );
    await waitFor(() => expect(screen.queryByLabelText("What is to be done")).toBeNull());
  });

  it("[LV14] change their state with one choice", async () => {
    const { section, stored } = await setUp([anInitiative(1, 1)]);
    await section("Key result 1");
    fireEvent.change(screen.getByLabelText("State of “Initiative 1”"), { target: { value: "done" } });
    await waitFor(() => expect(stored()).toEqual([anInitiative(1, 1, { state: "done" })]));
    expect(await screen.findByText(/^Show 1/)).toBeDefined();
  });

  it("[LV14] change everything else in their form, and are removed there after one more question", async () => {
    const { section, stored } = await setUp([anInitiative(1, 1)]);
    const ofKeyResult = within(await section("Key result 1"));
    fireEvent.click(ofKeyResult.getByLabelText("Edit “Initiative 1”"));
    fireEvent.change(screen.getByLabelText("Note"), { target: { value: "Signed" } });
    fireEvent.change(screen.getByLabelText("Owner"), { target: { value: lena.id } });
    fireEvent.click(screen.getByText("Save"));
    await waitFor(() => expect(stored()).toEqual([anInitiative(1, 1, { note: "Signed", owner: lena })]));
    await waitFor(() => expect(screen.queryByText("Save")).toBeNull());
    fireEvent.click(ofKeyResult.getByLabelText("Edit “Initiative 1”"));
    fireEvent.click(screen.getByText("Remove"));
    expect(stored()).toHaveLength(1);
    fireEvent.click(screen.getByText("Remove for good"));
    await waitFor(() => expect(stored()).toEqual([]));
  });

  it("[LV14] say what waits, what was refused and what somebody else changed to something different", async () => {
    const { section, stored, trouble, others, home } = await setUp([anInitiative(1, 1)]);
    await section("Key result 1");
    const { id } = anInitiative(1, 1);
    const basedOn = home.initiatives.get(id)?.revision ?? revision("");
    trouble.error = { type: "Forbidden" };
    fireEvent.change(screen.getByLabelText("State of “Initiative 1”"), { target: { value: "done" } });
    expect(await screen.findByText("You may not write here.")).toBeDefined();
    delete trouble.error;
    await others.write([{ kind: "changeInitiative", id, changes: { state: "dropped" }, basedOn }]);
    fireEvent.click(screen.getByText("Try again"));
    expect(await screen.findByText(/Farid Haddad changed “Initiative 1” meanwhile/)).toBeDefined();
    expect(screen.getByText(/State: yours is “Done”, theirs is “Dropped”/)).toBeDefined();
    fireEvent.click(screen.getByText("Keep mine"));
    await waitFor(() => expect(stored()).toEqual([anInitiative(1, 1, { state: "done" })]));
  });

  it("[PB4] are only read in a closed cycle", async () => {
    const { section } = await setUp([anInitiative(1, 1)], true);
    const ofKeyResult = await section("Key result 1");
    expect(ofKeyResult.textContent).toContain("Under way");
    expect(within(ofKeyResult).queryByRole("button")).toBeNull();
    expect(within(ofKeyResult).queryByRole("combobox")).toBeNull();
  });
});
