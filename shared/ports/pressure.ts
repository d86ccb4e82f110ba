/** `free`: the service said nothing. `tight`: it announced that little is left. `spent`: it refused, and waits are under way. */
export type PressureLevel = "free" | "tight" | "spent";

/** How much Microsoft 365 still lets this person and this app ask, as its answers tell. What nobody waits for goes slower by it. */
export interface Pressure {
  readonly level: () => PressureLevel;
  /** Calls back after each change of the level; the result ends it. */
  readonly onChange: (listener: (level: PressureLevel) => void) => () => void;
}

export interface PressureDep {
  readonly pressure: Pressure;
}
