/** What every OutboxStore does; the numbers are those of `shared/application/outbox/SPEC.md`. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { revision } from "#shared/domain/okr/ids.ts";
import type { OutboxEntry, OutboxStore } from "#shared/ports/outboxStore.ts";
import { aCheckIn, anObjective } from "#tests/support/okrs.ts";
import { aChange, anEntry } from "#tests/support/outbox.ts";

export interface OpenOutboxStores {
  readonly here: OutboxStore;
  /** Another window of the same person; absent where there is only one. */
  readonly there?: OutboxStore;
  /** Patches may be lost with everything in memory, until something is appended or removed. */
  readonly keepsPatchesLater?: boolean;
  /** What is left after everything in memory is gone. */
  readonly reopen: () => Promise<OutboxStore>;
  /** From now on nothing can be kept any more. */
  readonly fill: () => void;
  readonly close: () => Promise<void>;
}

const waiting = (n: number): OutboxEntry => ({
  ...anEntry({ kind: "addCheckIn", checkIn: aCheckIn(n, 1) }, { label: `Zahl ${n} · ٣`, context: { row: `${n}` } }),
  state: { type: "waiting" },
});

const changed: OutboxEntry = {
  ...aChange(anObjective(1, { why: "=SUM(1)" }), { title: "New", owner: undefined }, "row 1#7", {
    context: { cells: { title: "New" }, at: 3 },
    undoes: "x",
  }),
  state: {
    type: "conflict",
    stored: anObjective(1, { title: "Theirs" }),
    revision: revision("row 1#8"),
    modifiedBy: "Farid Haddad",
    clashes: [{ field: "title", base: "Objective 1", mine: "New", theirs: "Theirs" }],
  },
};

export const describeOutboxStore = (name: string, open: () => Promise<OpenOutboxStores>): void => {
  describe(`${name}: keeping entries`, () => {
    let stores: OpenOutboxStores;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    const listed = async (store: OutboxStore = stores.here): Promise<readonly OutboxEntry[]> => {
      const found = await store.list();
      if (!found.ok) throw new Error(`Not listed: ${found.error.reason}`);
      return found.value;
    };

    it("[OS1] gives back what was appended, in that order, after everything in memory is gone too", async () => {
      const entries = [3, 1, 2].map(waiting);
      await stores.here.append(entries.slice(0, 1));
      await stores.here.append(entries.slice(1));
      expect(await listed()).toEqual(entries);
      expect(await listed(await stores.reopen())).toEqual(entries);
    });

    it("[OS1] gives back every entry as it was, a field that is to be emptied included", async () => {
      await stores.here.append([changed]);
      const [entry] = await listed(await stores.reopen());
      expect(entry).toEqual(changed);
      expect(entry?.write.kind === "changeObjective" && Object.keys(entry.write.changes)).toEqual(["title", "owner"]);
    });

    it("[OS1] leaves an entry that is known as it is", async () => {
      const [first, second] = [waiting(1), waiting(2)];
      await stores.here.append([first]);
      await stores.here.append([{ ...first, label: "Again" }, second]);
      expect(await listed()).toEqual([first, second]);
    });

    it("[OS2] patches in place, and says which entries were still there", async () => {
      const entries = [1, 2, 3].map(waiting);
      await stores.here.append(entries);
      await stores.here.remove([entries[2]?.id ?? ""]);
      const patched = entries.map((entry): OutboxEntry => ({ ...entry, state: { type: "done" } }));
      const present = await stores.here.patch(patched);
      expect(present).toEqual({ ok: true, value: new Set(entries.slice(0, 2).map(({ id }) => id)) });
      expect(await listed()).toEqual(patched.slice(0, 2));
      if (stores.keepsPatchesLater) await stores.here.remove([]);
      expect(await listed(await stores.reopen())).toEqual(patched.slice(0, 2));
    });

    it("[OS2] removes what is named and nothing else", async () => {
      const entries = [1, 2, 3].map(waiting);
      await stores.here.append(entries);
      await stores.here.remove([entries[1]?.id ?? "", "unknown"]);
      expect(await listed(await stores.reopen())).toEqual([entries[0], entries[2]]);
    });

    it("[OS3] takes all or nothing where there is no room, and loses nothing that was there", async () => {
      const entries = [1, 2].map(waiting);
      await stores.here.append(entries);
      stores.fill();
      const appended = await stores.here.append([waiting(3)]);
      expect(appended).toMatchObject({ ok: false, error: { type: "OutboxUnavailable" } });
      expect(await listed()).toEqual(entries);
    });

    it("[OS5] is empty after it was cleared, and can be used again", async () => {
      await stores.here.append([1, 2].map(waiting));
      await stores.here.clear();
      expect(await listed()).toEqual([]);
      expect(await listed(await stores.reopen())).toEqual([]);
      const entry = waiting(3);
      await stores.here.append([entry]);
      expect(await listed()).toEqual([entry]);
    });

    it("[OS4] shows the other windows what changed", async () => {
      const { there } = stores;
      if (!there) return;
      const told = new Promise<void>((resolve) => {
        there.onForeignChange(resolve);
      });
      let own = 0;
      stores.here.onForeignChange(() => {
        own += 1;
      });
      const entry = waiting(1);
      await stores.here.append([entry]);
      await told;
      expect(await listed(there)).toEqual([entry]);
      expect(own).toBe(0);
    });
  });
};
