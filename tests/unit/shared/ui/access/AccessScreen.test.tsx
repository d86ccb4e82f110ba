import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { AccessError } from "#shared/ports/access.ts";
import { AccessScreen } from "#shared/ui/access/AccessScreen.tsx";
import { renderUi } from "#tests/support/ui.tsx";

const show = (error: AccessError) => {
  const done: unknown[] = [];
  renderUi(
    <AccessScreen
      error={error}
      onRetry={() => {
        done.push("retry");
      }}
      onSignIn={(scopes) => {
        done.push(scopes);
        return Promise.resolve();
      }}
    />,
  );
  return done;
};

describe("AccessScreen", () => {
  it.each<[string, AccessError, string]>([
    ["no right", { type: "Forbidden" }, "You have no access to these OKRs"],
    ["no network", { type: "Offline" }, "No connection to Microsoft 365"],
    ["a busy service", { type: "Busy", retryAfterMs: 12_000 }, "Microsoft 365 is busy"],
    ["nothing set up", { type: "NotSetUp", missing: "Objectives" }, "Drumbeat is not set up here yet"],
    ["something unknown", { type: "Unexpected", status: 500 }, "Something unexpected came back"],
  ])("says so at once where there is %s, and tries again", async (_, error, title) => {
    const done = show(error);
    expect(screen.getByRole("alert").contains(screen.getByRole("heading", { name: title }))).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(done).toEqual(["retry"]);
  });

  it("says how long a busy service asked to wait", () => {
    show({ type: "Busy", retryAfterMs: 11_200 });
    expect(screen.getByText("It asked to wait 12 seconds.")).toBeDefined();
  });

  it("asks for consent with the permissions that are missing", async () => {
    const done = show({ type: "SignInNeeded", reason: "consentRequired", scopes: ["Sites.Selected"] });
    await userEvent.click(screen.getByRole("button", { name: "Review and allow" }));
    expect(done).toEqual([["Sites.Selected"]]);
  });

  it("cannot sign in where only an administrator can allow it", async () => {
    const done = show({ type: "SignInNeeded", reason: "adminConsentRequired", scopes: ["Sites.Selected"] });
    expect(screen.getByRole("alert").textContent).toContain("Sites.Selected");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(done).toEqual(["retry"]);
  });
});
