/** Permission levels of a site ("role definitions"), by what they allow. */
import { err, ok, type Result } from "#shared/domain/result.ts";
import { at, listAt, textAt } from "../graph/json.ts";
import type { SendToSharePoint, SharePointFailure } from "./request.ts";

/** Base permissions as one number of 64 bits: [MS-WSSFO2] 2.2.2.14, WSS Rights Mask. REST writes its halves as decimal text. */
export type Mask = bigint;

const bit = (kind: number): Mask => 1n << BigInt(kind - 1);

/** By `SP.PermissionKind`. */
export const RIGHT = {
  view: bit(1),
  add: bit(2),
  change: bit(3),
  remove: bit(4),
  /** "Override List Behaviors": changes rows of others where everybody else changes only their own. */
  override: bit(9),
  manage: bit(26),
} as const;

export const includes = (mask: Mask, wanted: Mask): boolean => (mask & wanted) === wanted;

const HALF = 32n;

/** Of an object with `High` and `Low`; nothing where it has none. */
export const maskAt = (value: unknown, ...path: readonly string[]): Mask => {
  const half = (name: string): Mask => {
    const given = at(value, ...path, name);
    const text = typeof given === "number" ? String(given) : given;
    return typeof text === "string" && /^\d+$/.test(text) ? BigInt(text) : 0n;
  };
  return (half("High") << HALF) | half("Low");
};

const halvesOf = (mask: Mask): { readonly High: string; readonly Low: string } => ({
  High: String(mask >> HALF),
  Low: String(mask & ((1n << HALF) - 1n)),
});

export interface Level {
  readonly id: number;
  readonly name: string;
  readonly mask: Mask;
  /** What SharePoint gives by itself to whoever may see something below; nobody assigns it. */
  readonly isLimitedAccess: boolean;
}

export const readLevel = (value: unknown): Level | undefined => {
  const id = at(value, "Id");
  if (typeof id !== "number") return undefined;
  return {
    id,
    name: textAt(value, "Name") ?? "",
    mask: maskAt(value, "BasePermissions"),
    isLimitedAccess: at(value, "RoleTypeKind") === KIND.limitedAccess,
  };
};

/** `SP.RoleType`: the names of the levels differ by the language of the site, these do not. */
const KIND = { limitedAccess: 1, read: 2, contribute: 3, fullControl: 5 } as const;

/** The levels that rights on our lists are made of. */
export interface Levels {
  readonly read: Level;
  readonly contribute: Level;
  readonly fullControl: Level;
  /** Read, and add rows. */
  readonly add: Level;
  /** Contribute, also to rows of others where people change only their own. */
  readonly lead: Level;
}

interface OwnLevel {
  readonly name: string;
  readonly description: string;
  readonly order: number;
  readonly mask: Mask;
}

const ADD_NAME = "Drumbeat Add";
const LEAD_NAME = "Drumbeat Lead";

const ownLevels = (read: Level, contribute: Level): { readonly add: OwnLevel; readonly lead: OwnLevel } => ({
  add: {
    name: ADD_NAME,
    description: "Reads rows and adds new ones; changes and removes none. Made by Drumbeat.",
    order: 129,
    mask: read.mask | RIGHT.add,
  },
  lead: {
    name: LEAD_NAME,
    description: "Contributes, also to rows of others. Made by Drumbeat.",
    order: 63,
    mask: contribute.mask | RIGHT.override,
  },
});

interface KnownLevels {
  readonly all: readonly unknown[];
  readonly byKind: (kind: number) => Level | undefined;
  readonly byName: (name: string) => Level | undefined;
}

const askLevels = async (send: SendToSharePoint): Promise<Result<KnownLevels, SharePointFailure>> => {
  const answer = await send({ method: "GET", path: "web/roledefinitions" });
  if (!answer.ok) return answer;
  const all = listAt(answer.value, "value");
  const found = (wanted: (definition: unknown) => boolean): Level | undefined => readLevel(all.find(wanted));
  return ok({
    all,
    byKind: (kind) => found((definition) => at(definition, "RoleTypeKind") === kind),
    byName: (name) => found((definition) => textAt(definition, "Name")?.toLowerCase() === name.toLowerCase()),
  });
};

/** The levels of the site as they are; a level of ours that is missing or allows something else is undefined. */
export const findLevels = async (
  send: SendToSharePoint,
): Promise<
  Result<{ readonly levels: Levels | undefined; readonly missing: readonly OwnLevel[] }, SharePointFailure>
> => {
  const known = await askLevels(send);
  if (!known.ok) return known;
  const read = known.value.byKind(KIND.read);
  const contribute = known.value.byKind(KIND.contribute);
  const fullControl = known.value.byKind(KIND.fullControl);
  if (!read || !contribute || !fullControl) return err({ type: "Unexpected", code: "levelsOfSiteMissing" });
  const wanted = ownLevels(read, contribute);
  const present = (own: OwnLevel): Level | undefined => {
    const level = known.value.byName(own.name);
    return level?.mask === own.mask ? level : undefined;
  };
  const [add, lead] = [present(wanted.add), present(wanted.lead)];
  const missing = [...(add ? [] : [wanted.add]), ...(lead ? [] : [wanted.lead])];
  return ok({ missing, levels: add && lead ? { read, contribute, fullControl, add, lead } : undefined });
};

/** The same, after making what was missing. */
export const ensureLevels = async (send: SendToSharePoint): Promise<Result<Levels, SharePointFailure>> => {
  const before = await findLevels(send);
  if (!before.ok) return before;
  for (const own of before.value.missing) {
    const made = await makeLevel(send, own);
    if (!made.ok) return made;
  }
  const after = before.value.missing.length === 0 ? before : await findLevels(send);
  if (!after.ok) return after;
  return after.value.levels ? ok(after.value.levels) : err({ type: "Unexpected", code: "levelsNotMade" });
};

/** A level that somebody changed is set right: it is ours, and its name says what it allows. */
const makeLevel = async (send: SendToSharePoint, own: OwnLevel): Promise<Result<unknown, SharePointFailure>> => {
  const known = await askLevels(send);
  if (!known.ok) return known;
  const changed = known.value.byName(own.name);
  const BasePermissions = halvesOf(own.mask);
  if (changed) {
    return send({ method: "MERGE", path: `web/roledefinitions(${changed.id})`, body: { BasePermissions } });
  }
  const { name: Name, description: Description, order: Order } = own;
  const made = await send({
    method: "POST",
    path: "web/roledefinitions",
    body: { Name, Description, Order, BasePermissions },
  });
  // Another owner may have made it at the same moment; whoever asks next finds it.
  return !made.ok && made.error.type === "Declined" && made.error.status === 400 ? ok(undefined) : made;
};
