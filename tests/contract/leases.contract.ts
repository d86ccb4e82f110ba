/** What every implementation of Leases does; the numbers are those of `shared/ports/SPEC.md`. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { epochMsOf, instantOf } from "#shared/domain/day.ts";
import { leaseHolder, type Lease, type Leases } from "#shared/ports/leases.ts";

export interface OpenLeases {
  readonly mine: Leases;
  readonly theirs: Leases;
  /** Lets time pass at the service, and nowhere else. */
  readonly pass: (ms: number) => void;
  readonly serviceNow: () => number;
  readonly close: () => Promise<void>;
}

const MINUTE = 60_000;
const me = leaseHolder("me");
const they = leaseHolder("they");

const must = async (taken: ReturnType<Leases["take"]>): Promise<Lease> => {
  const lease = await taken;
  if (!lease.ok) throw new Error(`Not taken: ${JSON.stringify(lease.error)}`);
  return lease.value;
};

export const describeLeases = (name: string, open: () => Promise<OpenLeases>): void => {
  describe(`${name}: what is promised`, () => {
    let storage: OpenLeases | undefined;
    const opened = (): OpenLeases => {
      if (!storage) throw new Error("Used outside a test");
      return storage;
    };
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage?.close());

    it("[LE1] belongs to one holder until it is over by the clock of the service", async () => {
      const { mine, theirs, pass, serviceNow } = opened();
      const lease = await must(mine.take("upkeep", me, 10 * MINUTE));
      expect(Math.abs(epochMsOf(lease.until) - serviceNow() - 10 * MINUTE)).toBeLessThanOrEqual(1000);
      expect(await theirs.take("upkeep", they, MINUTE)).toEqual({
        ok: false,
        error: { type: "LeaseTaken", until: lease.until },
      });
      pass(9 * MINUTE);
      expect(await theirs.take("upkeep", they, MINUTE)).toMatchObject({ ok: false, error: { type: "LeaseTaken" } });
      pass(2 * MINUTE);
      expect(await theirs.take("upkeep", they, MINUTE)).toMatchObject({ ok: true, value: { holder: they } });
      expect(await theirs.take("something else", they, MINUTE)).toMatchObject({ ok: true });
    });

    it("[LE2] is prolonged by its holder, and not any more once somebody else took it", async () => {
      const { mine, theirs, pass, serviceNow } = opened();
      const lease = await must(mine.take("upkeep", me, MINUTE));
      pass(MINUTE / 2);
      const renewed = await must(mine.renew(lease, MINUTE));
      expect(renewed.until > lease.until).toBe(true);
      expect(renewed.until <= instantOf(serviceNow() + MINUTE)).toBe(true);
      pass(2 * MINUTE);
      await must(theirs.take("upkeep", they, MINUTE));
      expect(await mine.renew(renewed, MINUTE)).toMatchObject({ ok: false, error: { type: "LeaseTaken" } });
    });

    it("[LE3] is free as soon as it is given, and giving what is lost does no harm", async () => {
      const { mine, theirs } = opened();
      const lease = await must(mine.take("upkeep", me, MINUTE));
      expect(await mine.give(lease)).toEqual({ ok: true, value: undefined });
      const taken = await must(theirs.take("upkeep", they, MINUTE));
      expect(await mine.give(lease)).toEqual({ ok: true, value: undefined });
      expect(await mine.take("upkeep", me, MINUTE)).toMatchObject({ ok: false, error: { type: "LeaseTaken" } });
      expect(await theirs.renew(taken, MINUTE)).toMatchObject({ ok: true });
    });

    it("[LE4] is had again by the holder who lost the answer", async () => {
      const { mine } = opened();
      await must(mine.take("upkeep", me, MINUTE));
      expect(await mine.take("upkeep", me, MINUTE)).toMatchObject({ ok: true, value: { holder: me } });
    });

    it("[LE1] goes to one of several who want it at once", async () => {
      const { mine, theirs } = opened();
      const both = await Promise.all([
        mine.take("upkeep", me, MINUTE),
        theirs.take("upkeep", they, MINUTE),
        mine.take("upkeep", leaseHolder("third"), MINUTE),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
};
