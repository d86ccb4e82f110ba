import type { UnitKey } from "./ids.ts";

/** One level of the organisation. Levels come from configuration; only their order has meaning. */
export interface Level {
  readonly key: string;
  readonly name: string;
}

/** A place in the organisation that has OKRs: the company, a region, a country, a function, a team. */
export interface Unit {
  readonly key: UnitKey;
  readonly name: string;
  readonly levelKey: string;
  readonly parentKey?: UnitKey;
  /** Microsoft 365 group of the unit, where it has one. */
  readonly groupId?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}
