import type { Day } from "#shared/domain/day.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Place } from "./place.ts";
import type { BelowState } from "./unitsBelow.ts";

export type OkrsState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly set: OkrSet }
  | { readonly kind: "failed"; readonly error: AccessError };

/**
 * `live` while changes by others arrive within seconds, `slow` while so many look that they arrive later, `updating` while what is shown comes from the copy on this device and the first answer
 * is awaited; otherwise why it is not brought up to date at the moment.
 */
export type Connection = "live" | "slow" | "updating" | "offline" | "busy" | "lost";

export interface OpenSession {
  readonly kind: "ready";
  readonly frame: Frame;
  readonly place: Place;
  readonly okrs: OkrsState;
  readonly connection: Connection;
  /** While not `live`: what is shown was true at that moment, in milliseconds since 1970. */
  readonly asOf: number;
  /** False on a full device: nothing is lost, but everything is read anew at each opening. */
  readonly hasRoom: boolean;
  readonly today: Day;
  readonly below: BelowState;
}

export type SessionState =
  | { readonly kind: "starting" }
  | { readonly kind: "failed"; readonly error: AccessError }
  /** Set up, but nobody has made a unit or a cycle yet. */
  | { readonly kind: "empty"; readonly frame: Frame }
  | OpenSession;
