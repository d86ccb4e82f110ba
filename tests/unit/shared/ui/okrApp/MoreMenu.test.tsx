import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MoreMenu } from "#shared/ui/okrApp/MoreMenu.tsx";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, aKeyResult } from "#tests/support/okrs.ts";
import { anEntry, outboxOver } from "#tests/support/outbox.ts";
import { checkInWorld, germany, renderUi, signedInAsLena } from "#tests/support/ui.tsx";

/** The menu of somebody with that many check-ins that are not sent, and that are half typed. */
const show = async (unsent: number, halfTyped = 0) => {
  const { drafts } = checkInWorld();
  for (let n = 0; n < halfTyped; n += 1) {
    drafts.keep(aKeyResult(n, 1).id, { id: "", value: "", confidence: undefined, note: "Half a thought" });
  }
  const outbox = outboxOver({ okrRepository: createMemoryOkrRepository(createMemoryHome()) });
  await outbox.add(Array.from({ length: unsent }, (_, n) => anEntry({ kind: "addCheckIn", checkIn: aCheckIn(n, 1) })));
  let left = 0;
  renderUi(
    <MoreMenu
      onAdmin={() => undefined}
      services={{
        signIn: signedInAsLena,
        drafts,
        outbox: { state: outbox.state, sendNow: outbox.run, withdraw: outbox.withdraw },
        signOut: () => {
          left += 1;
          return Promise.resolve({ accountStaysWith: "nobody" });
        },
        host: {
          context: { place: "personal", locale: "en-GB", target: "" },
          theme: () => "light",
          onThemeChange: () => () => undefined,
          linkTo: (target) => target,
          open: () => Promise.resolve(),
          ready: () => undefined,
        },
      }}
      place={{ unitKey: germany.key }}
      label="Germany"
    />,
  );
  await userEvent.click(screen.getByRole("button", { name: "More" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Sign out" }));
  return { left: () => left };
};

const answer = (text: string): Promise<void> => userEvent.click(screen.getByText(text));

describe("MoreMenu", () => {
  it("signs out at once where everything is sent", async () => {
    const { left } = await show(0);
    expect(left()).toBe(1);
  });

  it("asks before signing out loses what is only on this device, and stays", async () => {
    const { left } = await show(1, 1);
    expect(screen.getByText("2 entries are only on this device. Signing out now loses them.")).toBeDefined();
    await answer("Stay signed in");
    expect(left()).toBe(0);
    expect(screen.queryByText("Not everything is sent yet")).toBeNull();
  });

  it("loses it where that is wanted", async () => {
    const { left } = await show(1);
    await answer("Sign out and lose it");
    expect(left()).toBe(1);
  });
});
