/** What every implementation of StreamStarts does; the numbers are those of `shared/ports/SPEC.md`. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { partitionKey } from "#shared/domain/okr/ids.ts";
import type { ChangeCursor } from "#shared/ports/okrRepository.ts";
import type { KeptStarts, StreamStart, StreamStarts } from "#shared/ports/streamStarts.ts";
import { instant } from "#tests/support/okrs.ts";

export interface OpenStreamStarts {
  readonly mine: StreamStarts;
  readonly theirs: StreamStarts;
  readonly close: () => Promise<void>;
}

const start = (cursor: string, asOf = "2026-02-02T08:00:00Z"): StreamStart => ({
  cursor: `${cursor} ${"x".repeat(3000)}` as ChangeCursor,
  asOf: instant(asOf),
});

const [emea, apac] = [partitionKey("q1-emea"), partitionKey("q1-apac")];

export const describeStreamStarts = (name: string, open: () => Promise<OpenStreamStarts>): void => {
  describe(`${name}: what is promised`, () => {
    let storage: OpenStreamStarts | undefined;
    const opened = (): OpenStreamStarts => {
      if (!storage) throw new Error("Used outside a test");
      return storage;
    };
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage?.close());

    const read = async (starts: StreamStarts): Promise<KeptStarts> => {
      const kept = await starts.read();
      if (!kept.ok) throw new Error(`Not readable: ${JSON.stringify(kept.error)}`);
      return kept.value;
    };

    it("[SS1] gives back what was written, and forgets partitions that are not written any more", async () => {
      const { mine, theirs } = opened();
      expect((await read(mine)).starts).toEqual(new Map());
      const both = new Map([[emea, start("a")] as const, [apac, start("b")] as const]);
      expect(await mine.write(both, await read(mine))).toEqual({ ok: true, value: undefined });
      expect((await read(theirs)).starts).toEqual(both);
      const one = new Map([[emea, start("c", "2026-02-02T09:00:00Z")]]);
      await theirs.write(one, await read(theirs));
      expect((await read(mine)).starts).toEqual(one);
    });

    it("[SS2] leaves alone what somebody else wrote meanwhile", async () => {
      const { mine, theirs } = opened();
      await mine.write(new Map([[emea, start("a")]]), await read(mine));
      const known = await read(mine);
      const newer = new Map([[emea, start("newer")]]);
      await theirs.write(newer, await read(theirs));
      expect(await mine.write(new Map([[emea, start("older")]]), known)).toEqual({ ok: true, value: undefined });
      expect((await read(mine)).starts).toEqual(newer);
    });
  });
};
