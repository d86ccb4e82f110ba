/** Reads the recording of the simulated Graph: JSON Lines, one outer exchange a line. */

/** A call as Graph sees it: of a batch, each inner one. */
export interface RecordedCall {
  readonly method: string;
  /** Below the version: `/me`, `/sites/…`. */
  readonly path: string;
  /** Client id of the caller's app; undefined when its token was refused. */
  readonly app: string | undefined;
}

interface Line {
  readonly method: string;
  readonly path: string;
  readonly app?: string;
  readonly requestBody?: { readonly requests?: readonly { readonly method: string; readonly url: string }[] };
}

const read = (line: string): Line => JSON.parse(line) as Line;

const linesOf = (recording: string): readonly string[] => recording.split("\n").filter((line) => line !== "");

/** The lines of the apps named; the simulated Teams client calls Graph too, and is not the product. */
export const linesOfApps = (recording: string, apps: readonly string[]): readonly string[] =>
  linesOf(recording).filter((line) => {
    const { app } = read(line);
    return app === undefined || apps.includes(app);
  });

const belowVersion = (path: string): string => path.replace(/^\/v1\.0/u, "");

export const callsIn = (lines: readonly string[]): readonly RecordedCall[] =>
  lines.flatMap((line) => {
    const { method, path, app, requestBody } = read(line);
    if (!path.endsWith("/$batch")) return [{ method, path: belowVersion(path), app }];
    return (requestBody?.requests ?? []).map((inner) => ({ method: inner.method, path: inner.url, app }));
  });
