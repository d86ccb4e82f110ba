/** One at a time among all windows of this browser that show Drumbeat. */
export interface Locks {
  /** Runs the work as soon as nobody else holds that name. Where the browser offers no locks, it runs at once. */
  readonly hold: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

export interface LocksDep {
  readonly locks: Locks;
}
