/**
 * Properties run from one seed, so that the same commit passes everywhere or fails everywhere. `npm run search` runs them from
 * fresh ones, each of which it prints; naming one in `DRUMBEAT_SEED` repeats that run.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["DRUMBEAT_SEED"] ?? "20260101") });

export { fc };
