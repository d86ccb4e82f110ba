import { describe, expect, it } from "@jest/globals";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createStore } from "#shared/application/store.ts";
import type { CheckInDraft } from "#shared/application/recordCheckIn.ts";
import { ok } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { OutboxNotice } from "#shared/ui/outbox/OutboxNotice.tsx";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, lena } from "#tests/support/okrs.ts";
import { anEntry, outboxOver } from "#tests/support/outbox.ts";
import { renderUi } from "#tests/support/ui.tsx";

const checkIn = aCheckIn(1, 1);
const typed = { value: "92,5", confidence: 6, note: "typed" };

/** A notice over an outbox with that many check-ins, each answered like this at first; the forms of the first of them wait. */
const show = async (outcome: WriteOutcome, count = 1, asked = 0) => {
  const home = createMemoryHome();
  const memory = createMemoryOkrRepository(home);
  let outcomes: WriteOutcome | undefined = outcome;
  const okrRepository: OkrRepository = {
    ...memory,
    write: (writes, onOutcome, signal) => {
      if (!outcomes) return memory.write(writes, onOutcome, signal);
      const answer = outcomes;
      writes.forEach((_, index) => onOutcome?.(index, answer));
      return Promise.resolve(writes.map(() => answer));
    },
  };
  const outbox = outboxOver({ okrRepository });
  await outbox.add(
    Array.from({ length: count }, (_, n) =>
      anEntry(
        { kind: "addCheckIn", checkIn: n === 0 ? checkIn : aCheckIn(n + 1, 1) },
        { label: "Retention", context: typed },
      ),
    ),
  );
  await outbox.run();
  const scopesAsked: (readonly string[])[] = [];
  const drafts: CheckInDraft[] = [];
  const edited: string[] = [];
  renderUi(
    <OutboxNotice
      outbox={{ state: outbox.state, sendNow: outbox.run, withdraw: outbox.withdraw }}
      signIn={{
        interact: (scopes) => {
          scopesAsked.push(scopes);
          return Promise.resolve(ok(lena));
        },
      }}
      asking={createStore(
        new Set(
          outbox.state
            .get()
            .entries.slice(0, asked)
            .map(({ id }) => id),
        ),
      )}
      keepDraft={(_, draft) => drafts.push(draft)}
      onEdit={({ id }) => edited.push(id)}
    />,
  );
  return {
    home,
    outbox,
    asked: scopesAsked,
    drafts,
    edited,
    recover: () => {
      outcomes = undefined;
    },
  };
};

const failed = (error: AccessError): WriteOutcome => ({ type: "Failed", error });
const send = (name: string): Promise<void> => userEvent.click(screen.getByRole("button", { name }));

describe("OutboxNotice", () => {
  it.each([
    [{ type: "Offline" }, "1 check-in waits on this device. It is sent by itself as soon as there is a connection."],
    [{ type: "Busy" }, "Microsoft 365 is busy. 1 check-in waits on this device and is sent by itself in a moment."],
    [
      { type: "Unexpected", status: 500 },
      "1 check-in could not be sent yet. It is kept on this device; Drumbeat keeps trying.",
    ],
  ] as const)("[OB7] says why it waits and what happens next: %j", async (error, sentence) => {
    await show(failed(error));
    expect(screen.getByText(sentence)).toBeDefined();
  });

  it("[OB2] sends on request and is gone then", async () => {
    const { home, recover } = await show(failed({ type: "Offline" }), 3);
    expect(screen.getByText(/^3 check-ins wait/)).toBeDefined();
    recover();
    await send("Send now");
    await waitFor(() => expect(screen.queryByRole("button")).toBeNull());
    expect(home.checkIns.size).toBe(3);
  });

  it("[OB7] signs in first where that is what is missing", async () => {
    const scopes = ["Sites.Selected"];
    const { home, asked, recover } = await show(
      failed({ type: "SignInNeeded", reason: "interactionRequired", scopes }),
    );
    recover();
    await send("Sign in and send");
    await waitFor(() => expect(home.checkIns.size).toBe(1));
    expect(asked).toEqual([scopes]);
  });

  it("[OB7] tells what was not accepted, and gives the text back to its form", async () => {
    const { outbox, drafts, edited } = await show({ type: "Invalid", message: "The list is read-only" });
    expect(screen.getByText("The check-in for “Retention” was not accepted.")).toBeDefined();
    expect(screen.getByText(/Microsoft 365 says: The list is read-only/)).toBeDefined();
    await send("Go on with it");
    await waitFor(() => expect(edited).toEqual([checkIn.id]));
    expect(drafts).toMatchObject([typed]);
    expect(outbox.state.get().entries).toEqual([]);
  });

  it("[OB7] leaves to its form what that waits for", async () => {
    await show(failed({ type: "Forbidden" }), 3, 1);
    expect(screen.getAllByRole("button", { name: "Go on with it" })).toHaveLength(2);
  });

  it("[OB10] throws away on request", async () => {
    const { outbox, drafts } = await show(failed({ type: "Forbidden" }));
    expect(screen.getByText(/You may not check in here/)).toBeDefined();
    await send("Throw away");
    await waitFor(() => expect(screen.queryByRole("button")).toBeNull());
    expect([outbox.state.get().entries, drafts]).toEqual([[], []]);
  });
});
