/** Whether a document can be used by everybody, as far as axe can tell. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Frame } from "playwright-core";

type Axe = typeof import("axe-core");

const source = readFileSync(createRequire(path.resolve("package.json")).resolve("axe-core/axe.min.js"), "utf8");

// Fluent's focus library places invisible stops that hand the focus on at once; axe takes them for hidden controls.
const HANDS_ON = "[data-tabster-dummy]";

/** Waits until what fades in or changes its colour has done so. What turns for ever is not waited for. */
const settled = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/**
 * What axe finds in this document, without what lies in frames below it: a line each, beginning with the rule.
 * @param rules these alone; none for all
 */
export const violationsIn = async (frame: Frame, rules: readonly string[] = []): Promise<readonly string[]> => {
  await settled(frame);
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(source);
  return frame.evaluate(
    async ([only, exclude]) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      const { violations } = await axe.run(
        { exclude: [[exclude]] },
        { iframes: false, resultTypes: ["violations"], ...(only.length === 0 ? {} : { runOnly: [...only] }) },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
    },
    [rules, HANDS_ON] as const,
  );
};
