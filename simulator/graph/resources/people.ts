/** identitySets. */
import type { JsonObject } from "../http/exchange.ts";
import type { Service } from "../service.ts";

export const identity = (service: Service, userId: string): JsonObject => {
  const user = service.directory().userById.get(userId);
  return { user: { email: user?.mail ?? "", id: userId, displayName: user?.displayName ?? "" } };
};
