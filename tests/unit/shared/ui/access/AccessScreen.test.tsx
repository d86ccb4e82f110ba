import { describe, expect, it } from "@jest/globals";
import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Person } from "#shared/domain/okr/person.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError, SignInReason } from "#shared/ports/access.ts";
import { AccessScreen } from "#shared/ui/access/AccessScreen.tsx";
import { lena } from "#tests/support/okrs.ts";
import { renderUi } from "#tests/support/ui.tsx";

interface Setting {
  /** Answers of the window, one after another; then everything works. */
  readonly answers?: Promise<Result<Person, AccessError>>[];
  readonly inBrowser?: boolean;
}

const show = (problem: AccessError, { answers = [], inBrowser = false }: Setting = {}) => {
  const happened: unknown[] = [];
  renderUi(
    <AccessScreen
      error={problem}
      onRetry={() => {
        happened.push("retry");
      }}
      signIn={{
        interact: (scopes) => {
          happened.push(scopes);
          return answers.shift() ?? Promise.resolve(ok(lena));
        },
      }}
      {...(inBrowser ? { onOtherAccount: () => happened.push("leave") } : {})}
    />,
  );
  return happened;
};

const needed = (reason: SignInReason): AccessError => ({ type: "SignInNeeded", reason, scopes: ["Sites.Selected"] });
const refusal = (reason: SignInReason) => Promise.resolve(err(needed(reason)));

describe("AccessScreen", () => {
  it.each<[string, AccessError, string]>([
    ["no right", { type: "Forbidden" }, "You have no access to these OKRs"],
    ["no network", { type: "Offline" }, "No connection to Microsoft 365"],
    ["a busy service", { type: "Busy", retryAfterMs: 12_000 }, "Microsoft 365 is busy"],
    ["nothing set up", { type: "NotSetUp", missing: "Objectives" }, "Drumbeat is not set up here yet"],
    ["a newer version", { type: "Unexpected", code: "newerSchema" }, "Drumbeat has been updated meanwhile"],
    ["something unknown", { type: "Unexpected", status: 500 }, "Something unexpected came back"],
  ])("says so at once where there is %s, and tries again", async (_, error, title) => {
    const happened = show(error);
    expect(screen.getByRole("alert").contains(screen.getByRole("heading", { name: title }))).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(happened).toEqual(["retry"]);
  });

  it("says how long a busy service asked to wait", () => {
    show({ type: "Busy", retryAfterMs: 11_200 });
    expect(screen.getByText("It asked to wait 12 seconds.")).toBeDefined();
  });

  it("asks for consent with the permissions that are missing", async () => {
    const happened = show({ type: "SignInNeeded", reason: "consentRequired", scopes: ["Sites.Selected"] });
    await userEvent.click(screen.getByRole("button", { name: "Review and allow" }));
    expect(happened).toEqual([["Sites.Selected"], "retry"]);
  });

  it("says why signing in did not work instead of asking again as if nothing had happened", async () => {
    const happened = show(needed("interactionRequired"), { answers: [refusal("popupBlocked")] });
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("heading", { name: "The sign-in window was blocked" })).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(happened).toEqual([["Sites.Selected"], ["Sites.Selected"], "retry"]);
  });

  it("forgets a window that nobody waits for any more", async () => {
    const first: ((result: Result<Person, AccessError>) => void)[] = [];
    const slow = new Promise<Result<Person, AccessError>>((answer) => first.push(answer));
    const never = new Promise<Result<Person, AccessError>>(() => undefined);
    show(needed("interactionRequired"), { answers: [slow, never] });
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await act(async () => first[0]?.(err(needed("cancelled"))));
    expect(screen.getByRole("heading", { name: "Sign in to see your OKRs" })).toBeDefined();
    expect(screen.getByText(/^Waiting for the sign-in window/)).toBeDefined();
  });

  it("lets whoever has no access leave an account of the browser, not one of the host", async () => {
    const happened = show({ type: "Forbidden" }, { inBrowser: true });
    await userEvent.click(screen.getByRole("button", { name: "Use another account" }));
    expect(happened).toEqual(["leave"]);
    cleanup();
    show({ type: "Forbidden" });
    expect(screen.queryByRole("button", { name: "Use another account" })).toBeNull();
    cleanup();
    show({ type: "Offline" }, { inBrowser: true });
    expect(screen.queryByRole("button", { name: "Use another account" })).toBeNull();
  });

  it("cannot sign in where only an administrator can allow it", async () => {
    const happened = show({ type: "SignInNeeded", reason: "adminConsentRequired", scopes: ["Sites.Selected"] });
    expect(screen.getByRole("alert").textContent).toContain("Sites.Selected");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(happened).toEqual(["retry"]);
  });
});
