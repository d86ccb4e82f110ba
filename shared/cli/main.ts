/** `npm run -s okr -- COMMAND`: see `help.ts`. */
import { run } from "./run.ts";

// `… | head` stops reading when it has seen enough; that is no failure of ours.
process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
  if (failure.code !== "EPIPE") throw failure;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), process.env, {
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
});
