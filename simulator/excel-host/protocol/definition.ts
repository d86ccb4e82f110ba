import type { Workbook } from "../model/types.ts";
import type { NULL_OBJECT, Remote, Targets, TypeName } from "./targets.ts";
import type { CustomFunctionBridge, RibbonState, RuntimeState } from "./services/state.ts";
import type { EventRanges } from "./event-ranges.ts";

/** What members may use besides the object they belong to. */
export interface Session {
  readonly workbook: Workbook;
  readonly ribbon: RibbonState;
  readonly runtime: RuntimeState;
  readonly customFunctions: CustomFunctionBridge;
  readonly eventRanges: EventRanges;
}

/** A value that travels as JSON; undefined answers nothing. */
export interface Property<T> {
  readonly get: (target: T, session: Session) => unknown;
  readonly set?: (target: T, value: unknown, session: Session) => void;
}

export type ObjectResult = Remote | typeof NULL_OBJECT;

export type Method<T> = (target: T, args: readonly unknown[], session: Session) => unknown;

/** One type of the Excel API; members carry the capitalised names of the wire. */
export interface TypeDefinition<T> {
  /** Property that identifies an object and comes with it unasked. */
  readonly identity?: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Properties that are objects themselves. */
  readonly objects?: Readonly<Record<string, (target: T, session: Session) => ObjectResult>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Makes the type a collection. */
  readonly items?: (target: T, session: Session) => readonly Remote[];
  /** False once the object was deleted. */
  readonly exists?: (target: T) => boolean;
  /** Names of events ("DataChangedEvent") and the target id they are sent for. */
  readonly events?: { readonly names: readonly string[]; readonly targetId: (target: T) => string };
}

export type Registry = { readonly [K in TypeName]: TypeDefinition<Targets[K]> };

/** Read-only property. */
export const readOnly = <T>(get: Property<T>["get"]): Property<T> => ({ get });

/** Property read and written through two functions. */
export const readWrite = <T>(
  get: Property<T>["get"],
  set: (target: T, value: unknown, session: Session) => void,
): Property<T> => ({ get, set });
