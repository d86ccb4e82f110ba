import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const read = (file: string): string => readFileSync(join(process.cwd(), "simulator", file), "utf8");

/** Rules of the top level, each as one line. */
const rulesOf = (css: string): readonly string[] =>
  [...css.replaceAll(/\/\*.*?\*\//gs, "").matchAll(/(?:^|\n)([^\s@}][^{}]*\{[^{}]*\})/g)].map(([, rule = ""]) =>
    rule.replaceAll(/\s+/g, " "),
  );

describe("the styles of the simulator's own pages", () => {
  it("say what they share in one place", () => {
    const [common = [], landing = [], signIn = []] = [
      "assets/common.css",
      "landing/assets/landing.css",
      "sign-in/assets/sign-in.css",
    ].map((file) => rulesOf(read(file)));
    expect(common.length).toBeGreaterThan(8);
    const isLong = (rule: string): boolean => rule.split(";").length > 3;
    expect(landing.filter((rule) => common.includes(rule) || (signIn.includes(rule) && isLong(rule)))).toEqual([]);
    expect(signIn.filter((rule) => common.includes(rule))).toEqual([]);
  });
});
