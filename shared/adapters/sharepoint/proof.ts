/** What SharePoint says one real person may do, so that nothing rests on how we understand its rules. */
import { ok, type Result } from "#shared/domain/result.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import type { EffectiveRights, Lead, Proof } from "#shared/ports/protection.ts";
import type { ListRights, RowRights } from "../graph/lists/rights.ts";
import { loginOf } from "./leads.ts";
import { addressOf, type ProtectableList } from "./lists.ts";
import { CLOSED } from "./assignments.ts";
import { includes, maskAt, RIGHT, type Mask } from "./levels.ts";
import type { SendToSharePoint, SharePointFailure } from "./request.ts";

type Addressed = Person & { readonly upn: string };

const hasAddress = (person: Person): person is Addressed => person.upn !== undefined;

const askMask = async (
  send: SendToSharePoint,
  place: string,
  upn: string,
): Promise<Result<Mask, SharePointFailure>> => {
  const user = encodeURIComponent(`'${loginOf(upn).replaceAll("'", "''")}'`);
  const answer = await send({ method: "GET", path: `${place}/getusereffectivepermissions(@u)?@u=${user}` });
  return answer.ok ? ok(maskAt(answer.value)) : answer;
};

const rightsIn = (mask: Mask): EffectiveRights => ({
  read: includes(mask, RIGHT.view),
  add: includes(mask, RIGHT.add),
  change: includes(mask, RIGHT.change),
  remove: includes(mask, RIGHT.remove),
});

const declared = (rights: RowRights): EffectiveRights => ({
  read: true,
  add: rights !== "read",
  change: rights === "change",
  remove: rights === "change",
});

/** A lead is a member as well, and has the rights of both. */
const oughtOf = ({ rights, closed }: ProtectableList, role: Proof["role"]): EffectiveRights => {
  const { members, leads }: ListRights = closed ? CLOSED : rights;
  const member = declared(members);
  if (role === "member") return member;
  const lead = declared(leads);
  return {
    read: true,
    add: member.add || lead.add,
    change: member.change || lead.change,
    remove: member.remove || lead.remove,
  };
};

const proveFor = async (
  send: SendToSharePoint,
  lists: readonly ProtectableList[],
  person: Addressed,
  role: Proof["role"],
): Promise<Result<Proof, SharePointFailure>> => {
  const proven: Proof["lists"][number][] = [];
  for (const list of lists) {
    const mask = await askMask(send, addressOf(list.name), person.upn);
    if (!mask.ok) return mask;
    proven.push({ name: list.name, may: rightsIn(mask.value), ought: oughtOf(list, role) });
  }
  return ok({ person, role, lists: proven });
};

/** How many people are looked at to find one who is no owner. */
const CANDIDATES = 20;

/** The first who edits the site and manages nothing: an owner may do everything, whatever a list says. */
const findPlain = async (
  send: SendToSharePoint,
  people: readonly Addressed[],
): Promise<Result<Addressed | undefined, SharePointFailure>> => {
  for (const person of people.slice(0, CANDIDATES)) {
    const mask = await askMask(send, "web", person.upn);
    // Somebody who left the organisation is no example.
    if (!mask.ok && mask.error.type === "Declined") continue;
    if (!mask.ok) return mask;
    const edits = includes(mask.value, RIGHT.add) && !includes(mask.value, RIGHT.manage);
    if (edits) return ok(person);
  }
  return ok(undefined);
};

export const prove = async (
  send: SendToSharePoint,
  lists: readonly ProtectableList[],
  leads: readonly Lead[],
  candidates: readonly string[],
): Promise<Result<readonly Proof[], SharePointFailure>> => {
  const leading = leads.map(({ person }) => person).filter(hasAddress);
  const leaders = new Set(leading.map(({ upn }) => upn.toLowerCase()));
  const others = candidates.filter((upn) => !leaders.has(upn.toLowerCase()));
  const member = await findPlain(
    send,
    others.map((upn) => ({ id: personId(""), name: upn, upn })),
  );
  if (!member.ok) return member;
  const lead = await findPlain(send, leading);
  if (!lead.ok) return lead;
  const proofs: Proof[] = [];
  for (const [person, role] of [
    [member.value, "member"],
    [lead.value, "lead"],
  ] as const) {
    if (!person) continue;
    const proof = await proveFor(send, lists, person, role);
    if (!proof.ok) return proof;
    proofs.push(proof.value);
  }
  return ok(proofs);
};
