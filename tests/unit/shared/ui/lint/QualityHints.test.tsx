import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { QualityHints } from "#shared/ui/lint/QualityHints.tsx";
import { lintAr } from "#shared/ui/lint/text/ar.ts";
import { lintDe } from "#shared/ui/lint/text/de.ts";
import { lintEn, type LintTexts } from "#shared/ui/lint/text/en.ts";
import { aKeyResult, anObjective, lena } from "#tests/support/okrs.ts";
import { frame } from "#tests/support/sheets.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { renderUi } from "#tests/support/ui.tsx";

const show = (objective: Objective) =>
  renderUi(
    <QualityHints
      objectiveId={objective.id}
      frame={frame}
      set={{
        objectives: [objective],
        keyResults: [
          aKeyResult(1, 1, {
            title: "Orders a week",
            measure: { kind: "metric", direction: "up", unit: "orders", baseline: 1, target: 2 },
          }),
          aKeyResult(2, 1, { title: "Hold a workshop" }),
        ],
        checkIns: [],
        revisions: new Map(),
      }}
    />,
  );

const top = { owner: lena, why: "Now or never", unitKey: unitKey("tinycart") };

describe("writing hints on an objective's page", () => {
  it("[LN1] stay closed until somebody asks, then say why and how", async () => {
    show(anObjective(1, { ...top, title: "Launch the app" }));
    const button = screen.getByRole("button", { name: "2 writing hints" });
    expect(button.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByRole("region")).toBeNull();
    await userEvent.click(button);
    expect(screen.getByRole("region").textContent).toContain("“Launch” names what will be delivered");
    expect(screen.getByText("Hold a workshop")).toBeTruthy();
    expect(screen.getAllByRole("img", { name: "Worth changing" })).toHaveLength(2);
  });

  it("every hint is said in every language, with all its values", () => {
    const values = ["«a»", "«b»", "«c»", "«d»"];
    const said = ({ hints }: LintTexts) =>
      Object.entries(hints).map(([breach, { why, how }]) => {
        const sentence = why(...values);
        return [breach, values.filter((value) => sentence.includes(value)), how.length > 3];
      });
    expect(said(lintEn).flat(2)).toContain("«d»");
    for (const texts of [lintDe, lintAr]) expect(said(texts)).toEqual(said(lintEn));
  });
});
