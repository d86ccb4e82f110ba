/**
 * SharePoint at its own address, mounted at `/sharepoint`: what Graph only points to or cannot do. It works on the store of the
 * simulated Graph. Rules: `SPEC.md`.
 */
import express from "express";
import { answerPreflight } from "../graph/http/cors.ts";
import { errorReply } from "../graph/http/errors.ts";
import type { GraphEngine, GraphOptions } from "../graph/index.ts";
import { createExchange } from "./exchange.ts";
import { restErrorBody } from "./rest/refusals.ts";
import { createRest } from "./rest/router.ts";
import { createTransfers } from "./transfers.ts";

export interface SharePointOptions {
  readonly engine: GraphEngine;
  /** Checks that a token is for SharePoint. */
  readonly verifyToken: GraphOptions["verifyToken"];
}

export const createSharePoint = ({ engine, verifyToken }: SharePointOptions): express.Router => {
  const router = express.Router();
  router.use((request, response, next) => {
    if (request.method === "OPTIONS") answerPreflight(response, request.get("access-control-request-headers"));
    else next();
  });
  const transfers = createExchange(engine, (refusal) => errorReply(refusal, engine.service.now()).body);
  router.use(createTransfers(engine.service, transfers));
  router.use(createRest({ engine, verifyToken, exchange: createExchange(engine, restErrorBody) }));
  return router;
};
