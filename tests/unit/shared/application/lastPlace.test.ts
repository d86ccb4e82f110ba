import { describe, expect, it } from "@jest/globals";
import { lastPlace } from "#shared/application/lastPlace.ts";
import { cycleKey, personId, unitKey } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { lena } from "#tests/support/okrs.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const signedIn = (person: Person | undefined): SignIn => {
  const answer = person
    ? ok(person)
    : err({ type: "SignInNeeded", reason: "interactionRequired", scopes: [] } as const);
  return {
    current: () => Promise.resolve(answer),
    interact: () => Promise.resolve(answer),
    token: () => Promise.resolve(ok("token")),
    signOut: () => Promise.resolve({ accountStaysWith: "nobody" }),
  };
};

const place = { unitKey: unitKey("country/de"), cycleKey: cycleKey("2026-q1") };

describe("the last place", () => {
  it("is the unit one was at, in whatever cycle runs by then", async () => {
    const deps = { keep: memoryKeep(), signIn: signedIn(lena) };
    expect(await lastPlace(deps).find()).toEqual({});
    await lastPlace(deps).remember(place);
    expect(await lastPlace(deps).find()).toEqual({ unitKey: place.unitKey });
  });

  it("belongs to one person of a shared device", async () => {
    const keep = memoryKeep();
    await lastPlace({ keep, signIn: signedIn(lena) }).remember(place);
    const other = { ...lena, id: personId("b0000000-0000-4000-8000-000000000001") };
    expect(await lastPlace({ keep, signIn: signedIn(other) }).find()).toEqual({});
  });

  it("is neither kept nor found while nobody is known to be signed in", async () => {
    const keep = memoryKeep();
    await lastPlace({ keep, signIn: signedIn(undefined) }).remember(place);
    expect(await lastPlace({ keep, signIn: signedIn(lena) }).find()).toEqual({});
    await lastPlace({ keep, signIn: signedIn(lena) }).remember(place);
    expect(await lastPlace({ keep, signIn: signedIn(undefined) }).find()).toEqual({});
  });
});
