/** The values without the library's prototypes, for deep comparison. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The error a batch ends with; fails the test when it succeeds. */
export const failure = async (work: Promise<unknown>): Promise<OfficeExtension.Error> => {
  try {
    await work;
  } catch (problem) {
    return problem as OfficeExtension.Error;
  }
  throw new Error("expected the batch to fail");
};

export interface Collector<T> {
  readonly seen: readonly T[];
  readonly take: (entry: T) => void;
  /** Ends when so many entries have come. */
  readonly until: (count: number) => Promise<void>;
}

/** Collects what a handler gets and lets a test wait for the n-th. */
export const collector = <T>(): Collector<T> => {
  const seen: T[] = [];
  let waiting: (() => void)[] = [];
  return {
    seen,
    take: (entry) => {
      seen.push(entry);
      const waited = waiting;
      waiting = [];
      for (const check of waited) check();
    },
    until: async (count) => {
      while (seen.length < count) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
    },
  };
};
