/**
 * Text that outlives the page on this device: half-written check-ins, a push that was interrupted. Never tokens.
 * A full or forbidden store loses nothing that is on the screen: `set` answers false and the caller says so.
 */
export interface Keep {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
  /** Of what is kept under keys that begin so. */
  readonly keys: (start: string) => readonly string[];
}

export interface KeepDep {
  readonly keep: Keep;
}
