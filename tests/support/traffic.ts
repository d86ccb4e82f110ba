import { randomUUID } from "node:crypto";
import path from "node:path";

/**
 * Where a simulator records the Graph traffic of the product during a whole test run; undefined when tests are run alone.
 * `scripts/test.ts` joins the parts and checks them.
 */
export const trafficFile = (name: string): string | undefined => {
  const folder = process.env["DRUMBEAT_TRAFFIC_DIR"];
  return folder === undefined ? undefined : path.join(folder, `${name}-${randomUUID()}.jsonl`);
};
