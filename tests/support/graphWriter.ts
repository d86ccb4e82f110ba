/** A process that writes to a store of the simulated Graph until it is killed; it prints the id of each row it was promised. */
import { startGraph } from "./graphServer.ts";
import { newList } from "./graphLists.ts";

const dataFile = process.argv[2];
if (dataFile === undefined) throw new Error("usage: graphWriter FILE");
const server = await startGraph({ dataFile });
await server.sim("POST", "/settings", { requestsPerUserPer5Minutes: 1_000_000, resourceUnitsPerMinute: 1_000_000 });
const list = await newList(server);
for (;;) {
  const { body } = await list.add({ Title: "promised" });
  process.stdout.write(`${String(body.id)}\n`);
}
