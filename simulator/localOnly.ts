/** Keeps the simulator to this computer: it hands out tokens for anybody, so no other site may talk to it. */
import type { Request, RequestHandler } from "express";

const localNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

const isLocalHost = (host: string): boolean =>
  URL.canParse(`http://${host}`) && localNames.has(new URL(`http://${host}`).hostname);

/** Refuses names that only resolve to this computer (DNS rebinding). */
export const localHostOnly: RequestHandler = (request, response, next) => {
  const host = request.get("Host") ?? "";
  if (isLocalHost(host)) next();
  else response.status(421).json({ error: `this simulator answers to localhost, not to ${host}` });
};

const isOwnPage = (request: Request): boolean => {
  const origin = request.get("Origin");
  const site = request.get("Sec-Fetch-Site");
  if (origin !== undefined && origin !== `http://${request.get("Host") ?? ""}`) return false;
  return site === undefined || site === "same-origin" || site === "none";
};

/** For switches and tokens: scripts and the simulator's own pages may, pages of other origins may not. */
export const ownPagesOnly: RequestHandler = (request, response, next) => {
  if (isOwnPage(request)) next();
  else response.status(403).json({ error: "pages of other origins may not use the simulator's switches" });
};
