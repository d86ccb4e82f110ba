import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { err, ok } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { lena } from "#tests/support/okrs.ts";
import { aFrame, germany, renderUi, signedInAsLena } from "#tests/support/ui.tsx";
import { ConfigureTab } from "../../../../teams-app/screens/ConfigureTab.tsx";
import type { Pinned } from "../../../../teams-app/screens/tabConfiguration.ts";

interface Setting {
  readonly empty?: boolean;
  readonly pinned?: string;
  readonly groupId?: string;
  /** What reading answers, one time after another; then everything works. */
  readonly refusals?: AccessError[];
  /** What the sign-in window answers, likewise. */
  readonly refusedSignIns?: AccessError[];
}

const show = ({ empty = false, pinned = "", groupId, refusals = [], refusedSignIns = [] }: Setting = {}) => {
  const frame = empty
    ? { units: [], cycles: [] }
    : { units: aFrame().units.map((unit) => (unit.key === germany.key ? { ...unit, groupId: "g1" } : unit)) };
  const memory = createMemoryOkrRepository(createMemoryHome(aFrame(frame)));
  const chosen: Pinned[] = [];
  renderUi(
    <ConfigureTab
      okrRepository={{
        ...memory,
        readFrame: () => {
          const refusal = refusals.shift();
          return refusal ? Promise.resolve(err(refusal)) : memory.readFrame();
        },
      }}
      services={{
        signIn: {
          ...signedInAsLena,
          interact: () => {
            const refusal = refusedSignIns.shift();
            return Promise.resolve(refusal ? err(refusal) : ok(lena));
          },
        },
        host: {
          context: { place: "configure", locale: "en-GB", target: "", ...(groupId === undefined ? {} : { groupId }) },
          theme: () => "light",
          onThemeChange: () => () => undefined,
          linkTo: (target) => target,
          open: () => Promise.resolve(),
          ready: () => undefined,
        },
      }}
      tab={{ current: () => Promise.resolve(pinned), choose: (pin) => chosen.push(pin) }}
    />,
  );
  return chosen;
};

const unitField = () => screen.findByRole("combobox", { name: "Whose OKRs" });

describe("the page that pins a tab", () => {
  it("begins with the unit whose group the channel belongs to, else with the company", async () => {
    const chosen = show({ groupId: "g1" });
    expect(await unitField()).toHaveProperty("value", "Germany");
    expect(chosen.at(-1)).toEqual({ target: "u/de", name: "OKRs · Germany" });
  });

  it("begins with what the tab shows so far", async () => {
    show({ pinned: "u/europe", groupId: "g1" });
    expect(await unitField()).toHaveProperty("value", "Europe");
  });

  it("says why a sign-in failed, and goes on after one that worked", async () => {
    const needed: AccessError = { type: "SignInNeeded", reason: "consentRequired", scopes: [] };
    show({ refusals: [needed], refusedSignIns: [{ ...needed, reason: "popupBlocked" }] });
    await userEvent.click(await screen.findByRole("button", { name: "Review and allow" }));
    expect(await screen.findByRole("heading", { name: "The sign-in window was blocked" })).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await unitField()).toBeDefined();
  });

  it("says so where there is nothing yet that could be pinned", async () => {
    const chosen = show({ empty: true });
    expect(await screen.findByRole("heading", { name: "Nothing here yet" })).toBeDefined();
    expect(chosen).toEqual([]);
  });
});
