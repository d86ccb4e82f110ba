/** Time that passes as fast as the pages can follow. */
import type { BrowserContext } from "playwright-core";

/** One step: shorter than every pause between questions, so that each timer fires at about its time. */
const STEP_MS = 1000;

/** Before the pages are opened. From then on their time goes on as always, unless it is put forward. */
export const ownTime = (context: BrowserContext): Promise<void> => context.clock.install();

/** Puts the clocks of all windows forward, step by step, until something is so; without it, by all of the seconds. */
export const letTimePass = async (
  context: BrowserContext,
  seconds: number,
  isSo: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<void> => {
  for (let passed = 0; passed < seconds * 1000; passed += STEP_MS) {
    if (await isSo()) return;
    await context.clock.runFor(STEP_MS);
  }
};
