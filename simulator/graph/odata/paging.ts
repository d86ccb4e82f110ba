/** Opaque tokens and the links that carry them. */
import { type Call, invalid, isObject, type JsonObject } from "../http/exchange.ts";

export const seal = (content: JsonObject): string => Buffer.from(JSON.stringify(content)).toString("base64url");

/** Undefined when the token is none of ours. */
export const unseal = (token: string): JsonObject | undefined => {
  try {
    const content: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    return isObject(content) ? content : undefined;
  } catch {
    return undefined;
  }
};

/** The same request with one option replaced; the caller's other options stay. */
export const linkWith = (call: Call, name: string, token: string): string => {
  const query = [...call.query].filter(([key]) => ![name, `$${name}`, "token"].includes(key.toLowerCase()));
  // `$`, `,` and brackets stay readable, as they do in the links of the service.
  const encoded = query.map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%24", "$")}`,
  );
  return `${call.linkBase}${call.path}?${[...encoded, `${name === "token" ? "" : "$"}${name}=${token}`].join("&")}`;
};

export interface Page<T> {
  readonly value: readonly T[];
  readonly nextLink?: string;
}

/** Pages of a collection held in memory whose order is fixed. */
export const pageOf = <T>(call: Call, all: readonly T[], size: number, skipToken?: string): Page<T> => {
  const position = skipToken === undefined ? 0 : unseal(skipToken)?.["from"];
  if (typeof position !== "number") return invalid("The skip token is not valid.");
  const value = all.slice(position, position + size);
  const next = position + size;
  return next < all.length ? { value, nextLink: linkWith(call, "skiptoken", seal({ from: next })) } : { value };
};

/** The envelope of a collection. */
export const collection = <T>(call: Call, context: string, page: Page<T>, count?: number): JsonObject => ({
  "@odata.context": `${call.linkBase}/$metadata#${context}`,
  ...(count === undefined ? {} : { "@odata.count": count }),
  ...(page.nextLink === undefined ? {} : { "@odata.nextLink": page.nextLink }),
  value: page.value,
});

export const entity = (call: Call, context: string, body: JsonObject): JsonObject => ({
  "@odata.context": `${call.linkBase}/$metadata#${context}/$entity`,
  ...body,
});

/** Keeps the selected properties, or refuses one that the type does not have with the error of the service. */
export const project = (
  body: JsonObject,
  select: readonly string[] | undefined,
  known: readonly string[],
  type: string,
): JsonObject => {
  if (select === undefined || select.includes("*")) return body;
  const picked: Record<string, unknown> = {};
  for (const name of Object.keys(body)) if (name.startsWith("@")) picked[name] = body[name];
  for (const name of select) {
    if (!known.includes(name))
      return invalid(`Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`);
    picked[name] = body[name] ?? null;
  }
  return picked;
};
