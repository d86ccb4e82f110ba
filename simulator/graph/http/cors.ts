/** Cross-origin headers as production sends them: readable for every origin, but Retry-After and ETag are not exposed. */
import type { Response } from "express";

/** docs #17488 and #2011, graph-client #978: Retry-After is missing from this list. */
const exposed = [
  "request-id",
  "client-request-id",
  "Location",
  "Preference-Applied",
  "WWW-Authenticate",
  "OData-Version",
];

export const allowOrigin = (response: Response): void => {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", exposed.join(", "));
};

export const answerPreflight = (response: Response, requestedHeaders: string | undefined): void => {
  allowOrigin(response);
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS");
  response.setHeader("Access-Control-Allow-Headers", requestedHeaders ?? "Authorization, Content-Type");
  response.setHeader("Access-Control-Max-Age", "3600");
  response.status(200).end();
};
