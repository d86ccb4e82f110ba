/**
 * The only source of chance in a simulated world: the same seed always gives the same sequence, on every machine.
 * Streams are forked by name, so that adding a draw in one place leaves every other place as it was.
 */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number in [low, high], both inclusive. */
  readonly int: (low: number, high: number) => number;
  /** Uniform in [low, high). */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Bell-shaped around 0 with a standard deviation of about 1. */
  readonly bell: () => number;
  /** Throws on an empty list. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** At most `count` different items, in random order. */
  readonly sample: <T>(items: readonly T[], count: number) => readonly T[];
  /** One of the keys, in proportion to its value. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  readonly fork: (name: string) => Random;
}

// Called once a character: looking the name up each time is what costs most where the global object is an emulated one.
const { imul } = Math;

/** FNV-1a followed by a final mix (the finaliser of MurmurHash3), 32 bits. */
const hash32 = (text: string, salt: number): number => {
  let hash = 0x811c9dc5 ^ salt;
  for (let index = 0; index < text.length; index += 1) {
    hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** The generator sfc32 (public domain, PractRand), warmed up by twelve rounds. */
const sfc32 = (name: string): (() => number) => {
  let [a, b, c, counter] = [hash32(name, 1), hash32(name, 2), hash32(name, 3), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
};

/** A stream of chance, determined by its name alone. */
export const createRandom = (name: string): Random => {
  const next = sfc32(name);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const [item] = items.slice(int(0, items.length - 1));
    if (item === undefined) throw new Error(`Nothing to pick from in ${name}`);
    return item;
  };
  const sample = <T>(items: readonly T[], count: number): readonly T[] => {
    const rest = [...items];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(int(0, rest.length - 1), 1));
    return chosen;
  };
  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const entries = Object.entries<number>(weights) as [K, number][];
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const found = entries.find(([, weight]) => (left -= weight) < 0);
    return (found ?? pick(entries))[0];
  };
  return {
    next,
    int,
    pick,
    sample,
    weighted,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    bell: () => (next() + next() + next() + next() + next() + next() - 3) * Math.SQRT2,
    fork: (child) => createRandom(`${name}/${child}`),
  };
};

/** A GUID of version 4 shape, determined by the name alone. */
export const guidOf = (name: string): string => {
  const hex = [11, 12, 13, 14].map((salt) => hash32(name, salt).toString(16).padStart(8, "0")).join("");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
