import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { LookedAt, Publishing, PublishError } from "#shared/application/protection/publishing.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { PublishBar } from "#shared/ui/publish/PublishBar.tsx";
import { aKeyResult, anObjective, lena } from "#tests/support/okrs.ts";
import { renderUi } from "#tests/support/ui.tsx";

interface Asked {
  readonly what: "publish" | "unlock";
  readonly reason?: string;
}

const show = (stage: "draft" | "active", answer: Result<void, PublishError> = ok(undefined)) => {
  const asked: Asked[] = [];
  let moved = 0;
  const okr: LookedAt = { objective: anObjective(1, { stage }), keyResults: [aKeyResult(1, 1)], revisions: new Map() };
  const publishing: Publishing = {
    publish: () => {
      asked.push({ what: "publish" });
      return Promise.resolve(answer);
    },
    unlock: (_okr, reason) => {
      asked.push({ what: "unlock", reason });
      return Promise.resolve(answer);
    },
  };
  const onMoved = (): Promise<void> => {
    moved += 1;
    return Promise.resolve();
  };
  renderUi(<PublishBar okr={okr} publishing={publishing} onMoved={onMoved} />);
  return { asked, moved: () => moved };
};

describe("an objective that may be locked", () => {
  it("is marked as a draft and can be published", async () => {
    const { asked, moved } = show("draft");
    expect(screen.getByText("Draft")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Publish and lock" }));
    expect(asked).toEqual([{ what: "publish" }]);
    expect((await screen.findByRole("status")).textContent).toBe("Published and locked.");
    expect(moved()).toBe(1);
  });

  it("is unlocked only with a reason", async () => {
    const { asked } = show("active");
    await userEvent.click(screen.getByRole("button", { name: "Unlock" }));
    const form = screen.getByRole("form", { name: "Why is it unlocked?" });
    expect(form).toBeTruthy();
    const submit = screen.getByRole("button", { name: "Unlock" });
    await userEvent.click(submit);
    expect(screen.getByText("Write down why.")).toBeTruthy();
    expect(asked).toEqual([]);
    await userEvent.type(screen.getByRole("textbox"), "The market has changed");
    await userEvent.click(submit);
    expect(asked).toEqual([{ what: "unlock", reason: "The market has changed" }]);
    expect(await screen.findByText("Unlocked. It is a draft again.")).toBeTruthy();
  });

  it.each([
    [{ type: "OnlyLeads", leads: [lena] }, "Only OKR leads can do this: Lena Krüger. Ask one of them.", 0],
    [{ type: "OnlyLeads", leads: [] }, "Ask the owner of the OKR site who they are.", 0],
    [{ type: "ChangedMeanwhile", by: "Farid Haddad" }, "Farid Haddad has changed it meanwhile.", 1],
    [{ type: "GoneMeanwhile" }, "It is not there any more.", 0],
    [{ type: "Refused", message: "Too long" }, "Too long", 0],
    [{ type: "Offline" }, "No connection to Microsoft 365.", 0],
  ] as const)("says why it could not be done: $type", async (error, words, reads) => {
    const { moved } = show("draft", err(error));
    await userEvent.click(screen.getByRole("button", { name: "Publish and lock" }));
    expect((await screen.findByRole("alert")).textContent).toContain(words);
    expect(moved()).toBe(reads);
  });
});
