/** Runs in a process of its own that a test kills in the middle of its work. */
import { startGraph } from "./graphServer.ts";
import { newList } from "./graphLists.ts";

/** Writes rows to the list "Test" of a store until the process ends; prints the id of each row it was promised. */
export const writeUntilKilled = async (dataFile: string): Promise<never> => {
  const server = await startGraph({ dataFile });
  await server.sim("POST", "/settings", { requestsPerUserPer5Minutes: 1_000_000, resourceUnitsPerMinute: 1_000_000 });
  const list = await newList(server);
  for (;;) {
    const { body } = await list.add({ Title: "promised" });
    process.stdout.write(`${String(body.id)}\n`);
  }
};
