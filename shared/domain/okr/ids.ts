import type { Brand } from "../brand.ts";

/** GUIDs made by the client, kept in a unique column, so that a repeated create never doubles a row. */
export type ObjectiveId = Brand<string, "ObjectiveId">;
export type KeyResultId = Brand<string, "KeyResultId">;
export type CheckInId = Brand<string, "CheckInId">;
/** Short stable keys given by the administrator or an import, for example `fy26-q4` or `country-ke`. */
export type CycleKey = Brand<string, "CycleKey">;
export type UnitKey = Brand<string, "UnitKey">;
/** Entra object id of a person. */
export type PersonId = Brand<string, "PersonId">;
/** The opaque version of a stored record; every change names the one it was based on. */
export type Revision = Brand<string, "Revision">;

export const objectiveId = (text: string): ObjectiveId => text as ObjectiveId;
export const keyResultId = (text: string): KeyResultId => text as KeyResultId;
export const checkInId = (text: string): CheckInId => text as CheckInId;
export const cycleKey = (text: string): CycleKey => text as CycleKey;
export const unitKey = (text: string): UnitKey => text as UnitKey;
export const personId = (text: string): PersonId => text as PersonId;
export const revision = (text: string): Revision => text as Revision;
