/** Delta pages in every order that Graph may send them: repeated rows, small pages, error elements, refused tokens. */
import { describe, expect, it, jest } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import type { GraphAnswer, SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { err, ok } from "#shared/domain/result.ts";
import { copyOf } from "#tests/support/copies.ts";
import { carryOut, editedFrame, edits, firstEdits, inOrder, scopeOf, type Edit } from "#tests/support/editing.ts";
import { followingWindow } from "#tests/support/followingWindow.ts";
import { startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

jest.setTimeout(600_000);

const PEOPLE = ["lead", "facilitator", "admin"] as const;

/** What may happen to one page of changes on its way. */
type Mischief = "none" | "repeated" | "reordered" | "errorElement" | "gone";
const mischiefs: fc.Arbitrary<Mischief> = fc.constantFrom(
  "none",
  "none",
  "repeated",
  "reordered",
  "errorElement",
  "gone",
);

interface Item {
  readonly id: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly deleted?: object;
}

/** An earlier state of the same row, as it stood in the list before the change that follows. */
const earlier = (item: Item): Item =>
  item.deleted === undefined ? { ...item, fields: { ...item.fields, Title: "An earlier state" } } : item;

const mangled = (items: readonly Item[], mischief: Mischief): readonly unknown[] => {
  const repeats = items.map(earlier);
  switch (mischief) {
    case "repeated":
      return [...repeats.toReversed(), ...items.flatMap((item) => [earlier(item), item])];
    case "reordered":
      return items.toReversed();
    case "errorElement":
      return items.length === 0
        ? items
        : [...items, { error: { code: "InternalServerError", message: "Cannot write" } }];
    case "none":
    case "gone":
      return items;
  }
};

const isFollowing = (path: string): boolean => path.includes("/delta") && !path.includes("token=latest");

const withMischief =
  (send: SendToGraph, todo: Mischief[]): SendToGraph =>
  async (call, signal) => {
    const mischief = isFollowing(call.path) ? (todo.pop() ?? "none") : "none";
    if (mischief === "gone") return err({ type: "Refused", status: 410, message: "The token is too old" });
    const answer = await send(call, signal);
    if (!answer.ok || mischief === "none") return answer;
    const body = answer.value.body as { readonly value?: readonly Item[] };
    const value = mangled(body.value ?? [], mischief);
    return ok<GraphAnswer>({ ...answer.value, body: { ...body, value } });
  };

type Step =
  | { readonly type: "edit"; readonly person: number; readonly edit: Edit }
  | { readonly type: "look"; readonly units: readonly string[] }
  | { readonly type: "poll" };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant("edit" as const), person: fc.nat(2), edit: edits }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("look" as const),
      units: fc.constantFrom(["de"], ["ke"], ["co", "de"], ["co", "de", "ke"]),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ type: "poll" } as const) },
);

const run = async (home: SimulatedHome, some: readonly Step[], todo: readonly Mischief[]): Promise<void> => {
  const left = [...todo];
  const lead = home.repositoryOf("lead");
  const people = PEOPLE.map((persona) => home.repositoryOf(persona));
  const viewer = createGraphOkrRepository({
    send: withMischief(home.sendAs("member"), left),
    homeSite: home.site,
  });
  const window = followingWindow(copyOf(viewer));
  for (const edit of firstEdits) await carryOut(lead, edit);
  await window.lookAt(scopeOf("de"));
  for (const step of some) {
    if (step.type === "poll") await window.poll();
    else if (step.type === "look") await window.lookAt(scopeOf(...step.units));
    else await carryOut(people[step.person] ?? lead, step.edit);
  }
  left.length = 0;
  await window.poll();
  await window.poll();
  for (const units of [["de"], ["ke"], ["co", "de", "ke"]]) {
    const { set, scope } = window.shown();
    const held = await lead.readOkrs(scope);
    expect(inOrder(set)).toEqual(held.ok && inOrder(held.value));
    await window.lookAt(scopeOf(...units));
    await window.poll();
    await window.poll();
  }
};

const openHome = async (): Promise<SimulatedHome> => {
  const home = await startHome({ unrecorded: true });
  const { cycles, partitions, units } = editedFrame;
  for (const cycle of cycles) await home.provisioning.openCycle(cycle, partitions);
  await home.repositoryOf("lead").write(units.map((unit) => ({ kind: "saveUnit", unit })));
  await home.server.sim("POST", "/settings", { maxPageSize: 3 });
  return home;
};

describe("a copy of OKRs in Graph", () => {
  it("[LC13][LC4] ends as the lists are, whatever order the pages of changes come in", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 25 }), fc.array(mischiefs), async (some, todo) => {
        const home = await openHome();
        try {
          await run(home, some, todo);
        } finally {
          await home.close();
        }
      }),
      { numRuns: 30 },
    );
  });
});
