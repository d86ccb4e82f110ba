import type { Brand } from "../brand.ts";

/** GUIDs made by the client, kept in a unique column, so that a repeated create never doubles a row. */
export type ObjectiveId = Brand<string, "ObjectiveId">;
export type KeyResultId = Brand<string, "KeyResultId">;
export type CheckInId = Brand<string, "CheckInId">;
export type InitiativeId = Brand<string, "InitiativeId">;
/** Short stable keys given by the administrator or an import, for example `fy26-q4` or `country-ke`. */
export type CycleKey = Brand<string, "CycleKey">;
export type UnitKey = Brand<string, "UnitKey">;
/** Entra object id of a person. */
export type PersonId = Brand<string, "PersonId">;
/** A set of lists that hold the OKRs of some units in some cycle. */
export type PartitionKey = Brand<string, "PartitionKey">;
/** Where a record is stored; stays the same over its changes, and becomes another when the record moves to another list. Made and read by `partition/rows.ts`. */
export type RowRef = Brand<string, "RowRef">;
/** The version of a stored record, `row#version`; every change names the one it was based on. */
export type Revision = Brand<string, "Revision">;

export const objectiveId = (text: string): ObjectiveId => text as ObjectiveId;
export const keyResultId = (text: string): KeyResultId => text as KeyResultId;
export const checkInId = (text: string): CheckInId => text as CheckInId;
export const initiativeId = (text: string): InitiativeId => text as InitiativeId;
export const cycleKey = (text: string): CycleKey => text as CycleKey;
export const unitKey = (text: string): UnitKey => text as UnitKey;
export const personId = (text: string): PersonId => text as PersonId;
export const partitionKey = (text: string): PartitionKey => text as PartitionKey;
export const revision = (text: string): Revision => text as Revision;
/** @param version must not contain `#` */
export const revisionOfRow = (row: RowRef, version: string): Revision => `${row}#${version}` as Revision;
export const rowOf = (of: Revision): RowRef => of.slice(0, Math.max(0, of.lastIndexOf("#"))) as RowRef;
export const versionOf = (of: Revision): string => of.slice(of.lastIndexOf("#") + 1);
