export interface Progress {
  /** @param share of the whole, from 0 to 1; never goes back */
  readonly at: (share: number) => void;
  readonly end: () => void;
}

/** One line that grows, `text: 10 % 20 % … 100 % (62 s)`; it reads the same on a terminal and in a file. */
export const startProgress = (
  text: string,
  write: (text: string) => void = (piece) => void process.stdout.write(piece),
  now: () => number = () => performance.now(),
): Progress => {
  const startedAt = now();
  let told = 0;
  const at = (share: number): void => {
    for (; told < Math.min(10, Math.floor(share * 10)); told += 1) write(` ${(told + 1) * 10} %`);
  };
  write(`${text}:`);
  return {
    at,
    end: () => {
      at(1);
      write(` (${Math.round((now() - startedAt) / 1000)} s)\n`);
    },
  };
};
