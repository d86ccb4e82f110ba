import { parseInstant } from "../day.ts";
import { cycleKey, keyResultId, unitKey } from "../okr/ids.ts";
import type { Binding } from "./liveCell.ts";

const FORMAT = 1;

const readSent = (raw: unknown): Pick<Binding, "sent"> => {
  const { value, at, address } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  const moment = typeof at === "string" ? parseInstant(at) : undefined;
  return typeof value === "number" && moment !== undefined && typeof address === "string"
    ? { sent: { value, at: moment, address } }
    : {};
};

const readBinding = (raw: unknown): readonly Binding[] => {
  const { sent, ...texts } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  const { id, name, keyResult, unit, cycle, title, label } = texts;
  if (typeof id !== "string" || typeof name !== "string" || typeof keyResult !== "string") return [];
  if (typeof unit !== "string" || typeof cycle !== "string" || typeof title !== "string" || typeof label !== "string")
    return [];
  const keys = { keyResultId: keyResultId(keyResult), unitKey: unitKey(unit), cycleKey: cycleKey(cycle) };
  return [{ id, name, ...keys, title, label, ...readSent(sent) }];
};

/** Bindings as the workbook keeps them. [BC9] */
export const encodeBindings = (bindings: readonly Binding[]): readonly string[] =>
  bindings.length === 0
    ? []
    : [
        JSON.stringify({
          format: FORMAT,
          bindings: bindings.map(({ keyResultId: keyResult, unitKey: unit, cycleKey: cycle, ...others }) => ({
            ...others,
            keyResult,
            unit,
            cycle,
          })),
        }),
      ];

/** What cannot be read is left out. */
export const decodeBindings = (texts: readonly string[]): readonly Binding[] =>
  texts.flatMap((text) => {
    try {
      const raw = JSON.parse(text) as { readonly bindings?: unknown } | null;
      return Array.isArray(raw?.bindings) ? raw.bindings.flatMap(readBinding) : [];
    } catch {
      return [];
    }
  });
