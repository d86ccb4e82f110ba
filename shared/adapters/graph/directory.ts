import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Directory } from "#shared/ports/directory.ts";
import { listAt, textAt } from "./json.ts";
import { optional } from "./lists/parts.ts";
import type { SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { scopesOf } from "./scopes.ts";

const SHOWN = 20;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const startsWith = (text: string, ...properties: readonly string[]): string =>
  properties.map((property) => `startswith(${property},${literal(text)})`).join(" or ");

const equals = (text: string, ...properties: readonly string[]): string =>
  properties.map((property) => `${property} eq ${literal(text)}`).join(" or ");

const personOf = (user: unknown): Person | undefined => {
  const id = textAt(user, "id");
  if (id === undefined) return undefined;
  return {
    id: personId(id),
    name: textAt(user, "displayName") ?? "",
    ...optional("upn", textAt(user, "userPrincipalName")),
  };
};

const SELECT = "id,displayName,userPrincipalName";

/** The person whose token it is. */
export const readMe = async (send: SendToGraph): Promise<Result<Person, AccessError>> => {
  const answer = await send({ method: "GET", path: `/me?$select=${SELECT}`, scopes: scopesOf("me") });
  if (!answer.ok) return err(accessErrorOf(answer.error, "me"));
  const person = personOf(answer.value.body);
  return person ? ok(person) : err({ type: "Unexpected", code: "personWithoutId" });
};

/** The people of the tenant. */
export const createGraphDirectory = (send: SendToGraph): Directory => {
  const find = async (filter: string, top: number): Promise<Result<readonly Person[], AccessError>> => {
    const path = `/users?$filter=${encodeURIComponent(filter)}&$select=${SELECT}&$top=${top}`;
    const answer = await send({ method: "GET", path, scopes: scopesOf("people") });
    if (!answer.ok) return err(accessErrorOf(answer.error, "users"));
    return ok(
      listAt(answer.value.body, "value")
        .map(personOf)
        .filter((person) => person !== undefined),
    );
  };
  return {
    searchPeople: async (text) => {
      const wanted = text.trim();
      if (wanted === "") return ok([]);
      return find(startsWith(wanted, "displayName", "givenName", "surname", "mail", "userPrincipalName"), SHOWN);
    },
    findPerson: async (addressOrName) => {
      const wanted = addressOrName.trim();
      if (wanted === "") return ok(undefined);
      const properties = wanted.includes("@") ? ["mail", "userPrincipalName"] : ["displayName"];
      const found = await find(equals(wanted, ...properties), 2);
      return found.ok ? ok(found.value.length === 1 ? found.value[0] : undefined) : found;
    },
  };
};
