/** `npm run -s okr -- COMMAND`: see `help.ts`. */
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2), process.env, {
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
});
