import { describe, expect, it } from "@jest/globals";
import { identifyOwner } from "#shared/adapters/browser/owner.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { lena } from "#tests/support/okrs.ts";

const needed = { type: "SignInNeeded", reason: "interactionRequired", scopes: [] } as const;

const signInOf = (signedIn: boolean): SignIn => ({
  current: () => Promise.resolve(signedIn ? ok(lena) : err(needed)),
  interact: () => Promise.resolve(ok(lena)),
  token: () => Promise.resolve(signedIn ? ok("token") : err(needed)),
  signOut: () => Promise.resolve({ accountStaysWith: "nobody" }),
});

describe("identifyOwner", () => {
  it("knows the person once there was a token, so that nobody finds another's half-written note", async () => {
    const known = identifyOwner(signInOf(true), "tenant");
    expect(known.owner()).toBe("tenant");
    await known.signIn.token([]);
    expect(known.owner()).toBe(`tenant/${lena.id}`);
  });

  it("knows nobody while a sign-in is still needed, and the person after it", async () => {
    const known = identifyOwner(signInOf(false), "tenant");
    await known.signIn.token([]);
    await known.signIn.current();
    expect(known.owner()).toBe("tenant");
    await known.signIn.interact([]);
    expect(known.owner()).toBe(`tenant/${lena.id}`);
  });

  it("[LV9] finds out who it is without a token, asking once, and learns it from a later sign-in", async () => {
    const known = identifyOwner(signInOf(true), "tenant");
    expect(await known.person()).toBe(`tenant/${lena.id}`);
    let asked = 0;
    const signIn = signInOf(false);
    const current = (): ReturnType<SignIn["current"]> => {
      asked += 1;
      return signIn.current();
    };
    const unknown = identifyOwner({ ...signIn, current }, "tenant");
    expect([await unknown.person(), await unknown.person(), asked]).toEqual([undefined, undefined, 1]);
    await unknown.signIn.interact([]);
    expect(await unknown.person()).toBe(`tenant/${lena.id}`);
  });

  it("asks once for all who want to know at one moment, and anew afterwards", async () => {
    const signIn = signInOf(true);
    let asked = 0;
    const current = (): ReturnType<SignIn["current"]> => {
      asked += 1;
      return signIn.current();
    };
    const known = identifyOwner({ ...signIn, current }, "tenant");
    const answers = await Promise.all([known.signIn.current(), known.person(), known.signIn.current()]);
    expect(answers).toEqual([ok(lena), `tenant/${lena.id}`, ok(lena)]);
    expect(asked).toBe(1);
    await known.signIn.current();
    expect(asked).toBe(2);
  });

  it("answers nobody with what was asked before somebody signed in", async () => {
    let answer = (): void => undefined;
    const before = new Promise<Awaited<ReturnType<SignIn["current"]>>>((resolve) => {
      answer = () => resolve(err(needed));
    });
    const answers = [before, Promise.resolve(ok(lena))];
    const known = identifyOwner({ ...signInOf(true), current: () => answers.shift() ?? before }, "tenant");
    const early = known.signIn.current();
    await known.signIn.interact([]);
    expect(await known.signIn.current()).toEqual(ok(lena));
    answer();
    expect(await early).toEqual(err(needed));
  });
});
