import { describe, expect, it } from "@jest/globals";
import { ownersIn } from "#shared/domain/importing/importTable.ts";
import type { Cell } from "#shared/domain/importing/table.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import { take, lines, objective, measured, HEADER } from "./tables.ts";

describe("people and states", () => {
  it("[IM10] keeps an unknown owner by name, and the first of several", () => {
    const { plan, remarks } = take([
      [...HEADER, "owner"],
      [...objective("A"), "Nobody; Lena Krüger"],
    ]);
    expect(plan.objectives[0]?.owner).toEqual({ id: personId(""), name: "Nobody" });
    expect(lines(remarks)).toEqual(["2 OtherOwners", "2 OwnerUnknown"]);
  });

  it("[IM10] lists the people to look for, each once", () => {
    const rows = [[...HEADER, "owner"], [...objective("A"), "Ada; Bo"], [...objective("B"), "Ada"], objective("C")];
    expect(ownersIn(rows)).toEqual(["Ada", "Bo"]);
  });

  it.each<[Readonly<Record<string, Cell>>, number | undefined, string | undefined]>([
    [{ state: "done" }, 1, "done"],
    [{ state: "done", start: "2", target: "8", unit: "h" }, 8, "done"],
    [{ state: "done", measure: "percentage", target: "80" }, 80, "done"],
    [{ state: "40 % done" }, 40, "40 % done"],
    [{ state: "open" }, undefined, undefined],
    [{ state: "" }, undefined, undefined],
    [{ current: "yes" }, 1, ""],
    [{ state: "done", current: "no" }, 0, ""],
  ])("[IM11] %j is a reading of %s", (columns, value, note) => {
    const [checkIn] = measured(columns).plan.checkIns;
    expect([checkIn?.value, checkIn?.note]).toEqual([value, note]);
  });

  it("[IM11] dates it at the end of a cycle that is over, and remarks states it does not understand", () => {
    const past = take([
      [...HEADER, "state"],
      ["2018-Q1", "A", "", "o", "A"],
      ["2018-Q1", "K", "A", "kr", "B", "done"],
    ]);
    expect(past.plan.checkIns).toMatchObject([{ at: "2018-03-31T12:00:00.000Z", value: 1 }]);
    expect(lines(measured({ state: "purple" }).remarks)).toContain("3 StateNotUnderstood");
  });

  it("[IM11] reads what people decided about an objective", () => {
    const staged = (state: string) =>
      take([
        [...HEADER, "state", "goal type"],
        [...objective("A"), state, "Committed Goal"],
      ]).plan.objectives[0];
    expect(["", "On Track", "done", "closed", "cancelled", "draft"].map((state) => staged(state)?.stage)).toEqual([
      "active",
      "active",
      "closed",
      "closed",
      "postponed",
      "draft",
    ]);
    expect(staged("")?.ambition).toBe("committed");
  });
});
