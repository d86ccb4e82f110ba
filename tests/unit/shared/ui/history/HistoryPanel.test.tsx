import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import { logEntryId } from "#shared/domain/audit/logEntry.ts";
import type { HistoryEvent } from "#shared/domain/audit/history.ts";
import { err, ok } from "#shared/domain/result.ts";
import { HistoryPanel } from "#shared/ui/history/HistoryPanel.tsx";
import { aKeyResult, anObjective, instant, lena } from "#tests/support/okrs.ts";
import { renderUi } from "#tests/support/ui.tsx";

const subject = { kind: "objective", id: anObjective(1).id, title: "Fewer returns" } as const;
const at = (minute: number) => instant(`2026-02-03T10:0${minute}:00.000Z`);

const events: readonly HistoryEvent[] = [
  {
    type: "logged",
    at: at(3),
    by: lena,
    entry: {
      id: logEntryId("1"),
      at: at(3),
      author: lena,
      action: "unlock",
      reason: "The market has changed",
    },
    changes: [
      {
        subject: { kind: "keyResult", id: aKeyResult(1, 1).id, title: "Half of them" },
        change: "changed",
        fields: [{ field: "weight", after: 40 }],
      },
    ],
  },
  {
    type: "changed",
    at: at(2),
    by: lena,
    subject,
    fields: [
      { field: "title", before: "Returns", after: "Fewer returns" },
      { field: "owner", before: lena },
    ],
  },
  { type: "made", at: at(1), by: { ...lena, name: "" }, subject },
];

describe("the history", () => {
  it("says who did what, why, and from what to what", async () => {
    renderUi(<HistoryPanel read={() => Promise.resolve(ok(events))} />);
    const items = await screen.findAllByRole("listitem");
    const text = screen.getByRole("list", { name: "Change history" }).textContent;
    expect(items.length).toBeGreaterThanOrEqual(3);
    for (const words of [
      "Lena Krüger unlocked it",
      "Why: The market has changed",
      "“Half of them” was changed",
      "Weight: nothing → 40",
      "Lena Krüger changed “Fewer returns”",
      "Text: Returns → Fewer returns",
      "Owner: Lena Krüger → nothing",
      "Somebody wrote “Fewer returns”",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("says that there is none, or why it cannot be read", async () => {
    const { unmount } = renderUi(<HistoryPanel read={() => Promise.resolve(ok([]))} />);
    expect(await screen.findByText("Nothing has changed yet.")).toBeTruthy();
    unmount();
    renderUi(<HistoryPanel read={() => Promise.resolve(err({ type: "Forbidden" }))} />);
    expect((await screen.findByRole("alert")).textContent).toContain("no access");
  });
});
