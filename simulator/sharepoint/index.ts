/**
 * SharePoint at its own address, mounted at `/sharepoint`: what Graph only points to or cannot do. It works on the store of the
 * simulated Graph. Rules: `SPEC.md`.
 */
import express from "express";
import { answerPreflight } from "../graph/http/cors.ts";
import { errorReply } from "../graph/http/errors.ts";
import type { GraphEngine } from "../graph/index.ts";
import { createExchange } from "./exchange.ts";
import { createTransfers } from "./transfers.ts";

export const createSharePoint = (engine: GraphEngine): express.Router => {
  const router = express.Router();
  router.use((request, response, next) => {
    if (request.method === "OPTIONS") answerPreflight(response, request.get("access-control-request-headers"));
    else next();
  });
  const transfers = createExchange(engine, (refusal) => errorReply(refusal, engine.service.now()).body);
  router.use(createTransfers(engine.service, transfers));
  return router;
};
