import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { instantOf } from "#shared/domain/day.ts";
import { decodeBindings, encodeBindings } from "#shared/domain/liveCells/bindingText.ts";
import { judgeLiveCell, valueOfCell, type Binding } from "#shared/domain/liveCells/liveCell.ts";
import { cycleKey, keyResultId, unitKey } from "#shared/domain/okr/ids.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";

const share: Measure = { kind: "percentage", target: 100 };
const churn: Measure = { kind: "metric", direction: "down", unit: "%", baseline: 0.9, target: 0.4 };
const euros: Measure = { kind: "metric", direction: "up", unit: "€ m", baseline: 0, target: 12 };
const cell = (value: Parameters<typeof valueOfCell>[0]["value"]) => ({ value, isError: false, label: "" });

describe("the value of a cell", () => {
  it("[BC1] is per cent where the cell shows it, and asked about where a plain fraction may mean both", () => {
    expect(valueOfCell(cell({ percent: 0.29 }), share)).toEqual({ ok: true, value: 29 });
    expect(valueOfCell(cell(45), share)).toEqual({ ok: true, value: 45 });
    expect(valueOfCell(cell(0.45), share)).toMatchObject({ error: { type: "PercentDoubtful", readings: [45, 0.45] } });
    expect(valueOfCell(cell(0.5), churn)).toEqual({ ok: true, value: 0.5 });
    expect(valueOfCell(cell(0.1 + 0.2), euros)).toEqual({ ok: true, value: 0.3 });
  });

  it("[BC3] goes out when it is new to the cell's last sending and to the key result", () => {
    const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((n) => Math.round(n));
    fc.assert(
      fc.property(numbers, fc.option(numbers), fc.option(numbers), (value, sent, reported) => {
        const at = instantOf(0);
        const binding = { label: "", ...(sent === null ? {} : { sent: { value: sent, at, address: "A!A1" } }) };
        const { type } = judgeLiveCell(binding, cell(value), {
          measure: euros,
          ...(reported === null ? {} : { value: reported }),
        });
        expect(type === "ready").toBe(value !== sent && value !== reported);
      }),
    );
  });
});

const binding: fc.Arbitrary<Binding> = fc
  .record({
    id: fc.uuid(),
    name: fc.string(),
    keyResultId: fc.uuid().map(keyResultId),
    unitKey: fc.string().map(unitKey),
    cycleKey: fc.string().map(cycleKey),
    title: fc.string(),
    label: fc.string(),
    sent: fc.option(
      fc.record({
        value: fc.integer(),
        at: fc.integer({ min: 0, max: 4e12 }).map((ms) => instantOf(ms)),
        address: fc.string(),
      }),
      { nil: undefined },
    ),
  })
  .map(({ sent, ...others }) => (sent ? { ...others, sent } : others));

describe("bindings in the workbook", () => {
  it("[BC9] come back as they were, and what is not understood is left out", () => {
    fc.assert(
      fc.property(fc.array(binding), (bindings) => {
        expect(decodeBindings(encodeBindings(bindings))).toEqual(bindings);
      }),
    );
    expect(decodeBindings(["{", "[]", "null", '{"bindings":[{"id":"1"}]}'])).toEqual([]);
  });
});
