/** Where a command says things; results and what is said along the way never mix. */
export interface Output {
  /** Results, to the standard output. */
  readonly print: (text: string) => void;
  /** Progress and trouble, to the standard error. */
  readonly say: (text: string) => void;
}

export const EXIT = { done: 0, failed: 1, wrongUsage: 2, errorsFound: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Says why nothing could be done. */
export const fail = (output: Output, reason: string): ExitStatus => {
  output.say(reason);
  return EXIT.failed;
};
