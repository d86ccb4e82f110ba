import { describe, expect, it, jest } from "@jest/globals";
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { lastPlace } from "#shared/application/lastPlace.ts";
import { createOkrSession } from "#shared/application/okrSession.ts";
import type { Place } from "#shared/application/place.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { err } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Keep } from "#shared/ports/keep.ts";
import { OkrApp } from "#shared/ui/okrApp/OkrApp.tsx";
import { createManualDay } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import type { MemoryOutboxDisk } from "#tests/support/memoryOutboxStore.ts";
import { aCycle, aKeyResult, anObjective, day } from "#tests/support/okrs.ts";
import {
  aFrame,
  checkInWorld,
  clock,
  germany,
  memoryChannels,
  renderUi,
  signedInAsLena,
  tinycart,
} from "#tests/support/ui.tsx";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const year = aCycle({ key: cycleKey("2026"), name: "Year 2026", kind: "annual", end: day("2026-12-31") });

interface Setting {
  readonly wanted?: Partial<Place>;
  readonly keep?: Keep;
  readonly empty?: boolean;
  /** What reading the frame answers the first time. */
  readonly refuse?: AccessError;
  /** What every check-in is answered. */
  readonly unreachable?: AccessError | Promise<AccessError>;
  readonly disk?: MemoryOutboxDisk;
}

const start = async ({ wanted = {}, keep = memoryKeep(), empty = false, refuse, unreachable, disk }: Setting = {}) => {
  const home = createMemoryHome(aFrame(empty ? { units: [], cycles: [] } : { cycles: [aCycle(), year] }));
  const memory = createMemoryOkrRepository(home);
  await memory.write([
    {
      kind: "createObjective",
      objective: anObjective(1, { unitKey: tinycart.key, cycleKey: year.key, title: "Grow" }),
    },
    { kind: "createObjective", objective: anObjective(2, { title: "Serve" }) },
    { kind: "createKeyResult", keyResult: aKeyResult(2, 2, { title: "Retention" }) },
  ]);
  let refusal = refuse;
  const okrRepository = {
    ...memory,
    readFrame: () => {
      const error = refusal;
      refusal = undefined;
      return error ? Promise.resolve(err(error)) : memory.readFrame();
    },
  };
  const { services, drafts, outbox } = checkInWorld(keep, unreachable, disk);
  const session = createOkrSession({ ...createManualDay(), okrRepository, clock });
  const app = (
    <OkrApp
      services={{
        session,
        wanted,
        lastPlace: lastPlace({ keep, signIn: signedInAsLena }),
        recordCheckIn: services.record,
        drafts,
        outbox,
        channels: memoryChannels([]),
        signIn: signedInAsLena,
        signOut: signedInAsLena.signOut,
        host: {
          context: { place: "personal", locale: "en-GB", target: "" },
          theme: () => "light",
          onThemeChange: () => () => undefined,
          linkTo: (target) => `https://teams.example/${target}`,
          open: () => Promise.resolve(),
          ready: () => undefined,
        },
      }}
    />
  );
  await act(async () => {
    renderUi(app);
    await Promise.resolve();
  });
};

const unitShown = (name: string): Promise<HTMLElement> => screen.findByRole("heading", { level: 1, name });

describe("OkrApp", () => {
  it("begins at the top with what runs now, and leads down and back up", async () => {
    await start();
    await unitShown("Tinycart");
    expect(await screen.findByRole("article", { name: "Grow" })).toBeDefined();
    await userEvent.click(within(screen.getByRole("region", { name: "Below Tinycart" })).getByRole("button"));
    await unitShown("Europe");
    const path = await screen.findByRole("navigation", { name: "Where you are" });
    await userEvent.click(within(path).getByRole("button", { name: "Tinycart" }));
    await unitShown("Tinycart");
  });

  it("finds a unit by its name, and puts the focus on what is shown", async () => {
    await start();
    await unitShown("Tinycart");
    await userEvent.type(await screen.findByRole("combobox", { name: "Find a unit or team" }), "germ");
    await userEvent.click(await screen.findByRole("option", { name: "Germany" }));
    await unitShown("Germany");
    expect(await screen.findByRole("article", { name: "Serve" })).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole("main", { name: "Germany" }));
  });

  it("begins next time where the person was last, unless a link says otherwise", async () => {
    const keep = memoryKeep();
    await start({ keep });
    await unitShown("Tinycart");
    await userEvent.type(await screen.findByRole("combobox", { name: "Find a unit or team" }), "germ{Enter}");
    await unitShown("Germany");
    cleanup();
    await start({ keep });
    await unitShown("Germany");
    cleanup();
    await start({ keep, wanted: { unitKey: tinycart.key } });
    expect(await unitShown("Tinycart")).toBeDefined();
  });

  it("shows another cycle on request", async () => {
    await start({ wanted: { unitKey: germany.key } });
    expect(await screen.findByRole("article", { name: "Serve" })).toBeDefined();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Cycle" }), "Year 2026");
    expect(await screen.findByText("Germany has no objectives in Year 2026 yet.")).toBeDefined();
  });

  it("says a stored check-in aloud, and shows it", async () => {
    await start({ wanted: { unitKey: germany.key } });
    await userEvent.click(await screen.findByRole("button", { name: "Check in: Retention" }));
    await userEvent.type(await screen.findByRole("textbox", { name: "New value" }), "93{Enter}");
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Check-in saved for “Retention”."));
    expect(screen.getByRole("article").textContent).toContain("now 93\u00a0%");
  });

  it("[OB2] shows a check-in that waits, says so aloud, and sends it on request", async () => {
    await start({ wanted: { unitKey: germany.key }, unreachable: { type: "Offline" } });
    await userEvent.click(await screen.findByRole("button", { name: "Check in: Retention" }));
    await userEvent.type(await screen.findByRole("textbox", { name: "New value" }), "93{Enter}");
    const spoken = "The check-in for “Retention” is kept on this device and waits to be sent.";
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe(spoken));
    const article = screen.getByRole("article");
    expect(article.textContent).toContain("now 93\u00a0%");
    expect(article.textContent).toContain("Waiting to be sent");
    expect(screen.getByText(/^1 check-in waits on this device/)).toBeDefined();
    expect(screen.getByRole("button", { name: "Send now" })).toBeDefined();
  });

  it("[OB7] leads back to the form of a check-in that was refused after the form had been closed", async () => {
    let refuse: (error: AccessError) => void = () => undefined;
    const unreachable = new Promise<AccessError>((resolve) => {
      refuse = resolve;
    });
    await start({ wanted: { unitKey: germany.key }, unreachable });
    await userEvent.click(await screen.findByRole("button", { name: "Check in: Retention" }));
    await userEvent.type(await screen.findByRole("textbox", { name: "Note" }), "Two clients left");
    await userEvent.type(screen.getByRole("textbox", { name: "New value" }), "93{Enter}");
    // It waits for the answer, and no longer than its patience.
    await screen.findByRole("button", { name: "Saving…" });
    await act(() => clock.pass(2_000));
    await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
    await act(async () => {
      refuse({ type: "Forbidden" });
      await unreachable;
    });
    const back = await screen.findByRole("button", { name: "Go on with it" });
    expect(screen.getByRole("article").textContent).not.toContain("Check-in saved");
    const { value: cycle } = screen.getByRole<HTMLSelectElement>("combobox", { name: "Cycle" });
    await userEvent.click(back);
    const form = await screen.findByRole("form", { name: "Check in: Retention" });
    expect(within(form).getByRole("textbox", { name: "Note" })).toHaveProperty("value", "Two clients left");
    expect(form.contains(document.activeElement)).toBe(true);
    // It was in sight already, so nothing else is shown than before.
    expect(screen.getByRole("combobox", { name: "Cycle" })).toHaveProperty("value", cycle);
    expect(screen.getByRole("article").textContent).not.toContain("Check-in saved");
  });

  it("[OB7] lets the form say what was refused at once, and nobody else", async () => {
    await start({ wanted: { unitKey: germany.key }, unreachable: { type: "Forbidden" } });
    const offered: boolean[] = [];
    const watch = new MutationObserver(() =>
      offered.push(screen.queryByRole("button", { name: "Go on with it" }) !== null),
    );
    await userEvent.click(await screen.findByRole("button", { name: "Check in: Retention" }));
    watch.observe(document.body, { childList: true, subtree: true });
    await userEvent.type(await screen.findByRole("textbox", { name: "New value" }), "93{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("What you typed is kept on this device");
    watch.disconnect();
    expect(new Set(offered)).toEqual(new Set([false]));
  });

  it("copies a link to where one is, and says so when the browser does not let it", async () => {
    const user = userEvent.setup();
    await start({ wanted: { unitKey: germany.key } });
    await unitShown("Germany");
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Copy link" }));
    expect(await screen.findByRole("menuitem", { name: "Link copied" })).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe("https://teams.example/u/de");
    await user.keyboard("{Escape}");
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Copy link" }));
    expect(await screen.findByRole("menuitem", { name: "The browser does not allow copying here" })).toBeDefined();
  });

  it("lets the keyboard skip what stands above the content", async () => {
    await start();
    await unitShown("Tinycart");
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Skip to content" }));
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("main"));
  });

  it("says what is missing where nothing has been made yet", async () => {
    await start({ empty: true });
    expect(await screen.findByRole("heading", { name: "Nothing here yet" })).toBeDefined();
  });

  it("opens once the service answers again", async () => {
    await start({ refuse: { type: "Busy" } });
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await unitShown("Tinycart")).toBeDefined();
  });
});
