/** The group of a site whose members publish, unlock and close OKRs. */
import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { Lead } from "#shared/ports/protection.ts";
import { at, listAt, textAt } from "../graph/json.ts";
import type { SendToSharePoint, SharePointFailure } from "./request.ts";

export const LEADS_GROUP = "Drumbeat Leads";

const GROUP = `web/sitegroups/getbyname('${encodeURIComponent(LEADS_GROUP)}')`;

/** SharePoint's number of the group; undefined where it was never made. */
export const findLeadsGroup = async (
  send: SendToSharePoint,
): Promise<Result<number | undefined, SharePointFailure>> => {
  const answer = await send({ method: "GET", path: `${GROUP}?$select=Id` });
  if (answer.ok) {
    const id = at(answer.value, "Id");
    return typeof id === "number" ? ok(id) : err({ type: "Unexpected", code: "groupWithoutId" });
  }
  return answer.error.type === "Declined" && answer.error.status === 404 ? ok(undefined) : answer;
};

export const ensureLeadsGroup = async (send: SendToSharePoint): Promise<Result<number, SharePointFailure>> => {
  const found = await findLeadsGroup(send);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok(found.value);
  const made = await send({
    method: "POST",
    path: "web/sitegroups",
    body: { Title: LEADS_GROUP, Description: "Publish, unlock and close OKRs in Drumbeat." },
  });
  // Whether this made it or another owner did at the same moment.
  const id = await findLeadsGroup(send);
  if (!id.ok) return id;
  if (id.value !== undefined) return ok(id.value);
  return made.ok ? err({ type: "Unexpected", code: "groupNotMade" }) : made;
};

/** `SP.PrincipalType` of a single person; groups of Microsoft 365 may be members, too. */
const PERSON = 1;

const readLead = (user: unknown): Lead | undefined => {
  const id = at(user, "Id");
  if (typeof id !== "number") return undefined;
  const upn = textAt(user, "UserPrincipalName");
  const person: Person = {
    id: personId(at(user, "PrincipalType") === PERSON ? (textAt(user, "UserId", "NameId") ?? "") : ""),
    name: textAt(user, "Title") ?? "",
    ...(upn === undefined ? {} : { upn }),
  };
  return { id, person };
};

export const readLeads = async (send: SendToSharePoint): Promise<Result<readonly Lead[], SharePointFailure>> => {
  const answer = await send({ method: "GET", path: `${GROUP}/users` });
  if (!answer.ok) return answer;
  return ok(
    listAt(answer.value, "value")
      .map(readLead)
      .filter((lead) => lead !== undefined),
  );
};

/** How SharePoint names a person of the organisation in claims. */
export const loginOf = (upn: string): string => `i:0#.f|membership|${upn}`;

export const addLead = (send: SendToSharePoint, { upn }: Person): Promise<Result<unknown, SharePointFailure>> =>
  upn === undefined
    ? Promise.resolve(err({ type: "Unexpected", code: "personWithoutAddress" }))
    : send({ method: "POST", path: `${GROUP}/users`, body: { LoginName: loginOf(upn) } });

/** Who is not in the group any more has left it. */
export const removeLead = async (send: SendToSharePoint, { id }: Lead): Promise<Result<unknown, SharePointFailure>> => {
  const removed = await send({ method: "POST", path: `${GROUP}/users/removebyid(${id})` });
  const isGone = !removed.ok && removed.error.type === "Declined" && removed.error.status === 404;
  return isGone ? ok(undefined) : removed;
};
