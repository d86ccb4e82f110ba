import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { createWorld } from "#simulator/world/index.ts";
import { freshWorld, world } from "./support.ts";

const hash = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

describe("createWorld", () => {
  it("names the worlds it knows when asked for another", () => {
    expect(createWorld("atlantis")).toEqual({ type: "UnknownWorld", known: ["retail", "enterprise", "small"] });
  });

  it.each(["retail", "small"])("gives the same bytes for the same seed and day: %s", (name) => {
    expect(hash(freshWorld(name, { seed: 7 }))).toBe(hash(freshWorld(name, { seed: 7 })));
  });

  it("gives another world for another seed, and another history for another day", () => {
    const first = world("small", { seed: 1 });
    expect(world("small", { seed: 2 }).users).not.toEqual(first.users);
    expect(world("small", { seed: 1, today: "2026-12-20" }).okrs.checkIns.length).toBeGreaterThan(
      first.okrs.checkIns.length,
    );
  });

  it("keeps people and groups when only the day changes", () => {
    const [one, other] = [world("small"), world("small", { today: "2027-02-03" })];
    expect(other.users).toEqual(one.users);
    expect(other.groups).toEqual(one.groups);
  });

  it.each(["2026-13-01", "yesterday", "2026-1-1"])("refuses %s as a day", (today) => {
    expect(() => createWorld("small", { today })).toThrow(RangeError);
  });
});
