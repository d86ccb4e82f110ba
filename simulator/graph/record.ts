/**
 * Recording of the traffic as JSON Lines, in the format of the Graph conformance kit: one outer exchange a line,
 * batches with their bodies, no tokens and no files; `app` says which app the token was for, because the simulated Teams client calls Graph
 * as well. Links are written with the Graph origin, whatever address the caller used.
 */
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Request } from "express";
import type { Reply } from "./http/exchange.ts";

interface Exchange {
  readonly request: Request;
  /** Client id of the caller's app; undefined when its token was refused. */
  readonly app: string | undefined;
  /** Undefined when the connection was cut. */
  readonly reply: Reply | undefined;
  readonly linkBase: string;
  /** Where this server really is. */
  readonly serverOrigin: string;
  /** The body is a file: its length is recorded, not its bytes. */
  readonly binary: boolean;
}

export interface Recorder {
  readonly write: (exchange: Exchange) => void;
  /** Resolves when everything written is in the file. */
  readonly close: () => Promise<void>;
}

/** Addresses of downloads and uploads that open without a token are as good as one. */
const bearing = /(https:\/\/sharepoint\.example\/(?:download|upload)\/)[\w.-]+/g;

const secret = new Set(["authorization", "cookie", "host", "connection", "content-length"]);

const parsed = (bytes: unknown, binary: boolean): unknown => {
  if (!(bytes instanceof Buffer)) return undefined;
  if (binary) return `${bytes.length} bytes`;
  const text = bytes.toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

const lineOf = ({ request, app, reply, linkBase, serverOrigin, binary }: Exchange): string => {
  const requestHeaders = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !secret.has(name)));
  const line = JSON.stringify({
    method: request.method,
    path: request.url,
    app,
    requestHeaders,
    requestBody: parsed(request.body, binary),
    ...(reply === undefined
      ? {}
      : { status: reply.status, responseHeaders: reply.headers ?? {}, responseBody: reply.body }),
  });
  const addressed = line
    .replaceAll(linkBase, "https://graph.microsoft.com/v1.0")
    .replaceAll(`${serverOrigin}/sharepoint/`, "https://sharepoint.example/");
  return `${addressed.replaceAll(bearing, "$1…")}\n`;
};

export const createRecorder = (file: string | undefined): Recorder => {
  if (file === undefined) return { write: () => {}, close: () => Promise.resolve() };
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(file, { flags: "a" });
  return {
    write: (exchange) => {
      stream.write(lineOf(exchange));
    },
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
};
