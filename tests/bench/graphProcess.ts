/** The simulated Graph in a process of its own, so that client and service do not share a processor. Says where it is. */
import { startGraph, testAppId } from "#tests/support/graphServer.ts";

const server = await startGraph({
  homeSiteGrants: [{ appId: testAppId, displayName: "Drumbeat", role: "write" }],
});
process.stdout.write(`${server.origin}\n`);
