import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { standingCheckIns } from "#shared/domain/okr/standing.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Snapshot, Snapshots } from "#shared/ports/snapshots.ts";
import { siteAddress } from "../home.ts";
import { textAt } from "../json.ts";
import type { SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { scopesOf, type SiteAccess } from "../scopes.ts";
import { readSnapshot, writeSnapshot } from "./format.ts";

export interface GraphSnapshotsOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
  /** To the addresses that the service gives out for the bytes of files; they carry their own permission, so no token goes there. */
  readonly fetch?: typeof globalThis.fetch;
}

/** In the library of the home site: every row, and without the history of check-ins. */
const FILES = { all: "Drumbeat/open-cycles.json.gz", standing: "Drumbeat/open-cycles-standing.json.gz" };

/** Each part of an upload but the last is a multiple of 320 KiB, as documented. */
const PART_BYTES = 32 * 327_680;

/** A transfer that brings nothing for this long is lost. */
const SILENCE_MS = 120_000;

interface Deps {
  readonly send: SendToGraph;
  readonly fetch: typeof globalThis.fetch;
  readonly library: string;
  readonly scopes: ReturnType<typeof scopesOf>;
}

/** The snapshot as compressed files in the site's library: of either, one call for its address, one for its bytes. */
export const createGraphSnapshots = (options: GraphSnapshotsOptions): Snapshots => {
  const deps: Deps = {
    send: options.send,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    library: `${siteAddress(options.homeSite)}/drive/root:/`,
    scopes: scopesOf("okrs", options.siteAccess),
  };
  return {
    read: (detail) => readFile(deps, FILES[detail ?? "all"]),
    write: async (snapshot) => {
      const all = await writeFile(deps, FILES.all, snapshot);
      return all.ok ? writeFile(deps, FILES.standing, { ...snapshot, set: withoutHistory(snapshot.set) }) : all;
    },
  };
};

const withoutHistory = (set: OkrSet): OkrSet => ({ ...set, checkIns: standingCheckIns(set.checkIns) });

const transfer = async ({ fetch }: Deps, url: string, init: RequestInit = {}): Promise<Response | undefined> => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(SILENCE_MS) });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
};

const readFile = async (deps: Deps, file: string): Promise<Result<Snapshot | undefined, AccessError>> => {
  const { send, library, scopes } = deps;
  const path = `${library}${file}?select=id,@microsoft.graph.downloadUrl`;
  const found = await send({ method: "GET", path, scopes });
  if (!found.ok) {
    const isMissing = found.error.type === "Refused" && found.error.status === 404;
    return isMissing ? ok(undefined) : err(accessErrorOf(found.error, file));
  }
  const url = textAt(found.value.body, "@microsoft.graph.downloadUrl");
  const response = url === undefined ? undefined : await transfer(deps, url);
  return ok(response && readSnapshot(await unpacked(response)));
};

/** Empty for bytes that are not compressed text. */
const unpacked = async (response: Response): Promise<string> => {
  if (!response.body) return "";
  try {
    return await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).text();
  } catch {
    return "";
  }
};

const packed = async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const writeFile = async (deps: Deps, file: string, snapshot: Snapshot): Promise<Result<void, AccessError>> => {
  const { send, library, scopes } = deps;
  const bytes = await packed(writeSnapshot(snapshot));
  const body = { item: { "@microsoft.graph.conflictBehavior": "replace" } };
  const opened = await send({
    method: "POST",
    path: `${library}${file}:/createUploadSession`,
    scopes,
    body,
    later: true,
  });
  if (!opened.ok) return err(accessErrorOf(opened.error, file));
  const url = textAt(opened.value.body, "uploadUrl");
  if (url === undefined) return err({ type: "Unexpected", code: "uploadWithoutAddress" });
  for (let start = 0; start < bytes.length; start += PART_BYTES) {
    const part = bytes.subarray(start, start + PART_BYTES);
    const range = `bytes ${start}-${start + part.length - 1}/${bytes.length}`;
    const sent = await transfer(deps, url, { method: "PUT", headers: { "Content-Range": range }, body: part });
    if (!sent) return err({ type: "Offline" });
  }
  return ok(undefined);
};
