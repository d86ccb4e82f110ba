import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { deleteOutbox, importsOf } from "#shared/adapters/browser/outboxStore.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { newName, openBrowser, type Browser } from "#tests/support/databases.ts";
import { aCheckIn } from "#tests/support/okrs.ts";
import { anEntry } from "#tests/support/outbox.ts";
import { describeOutboxStore } from "./outboxStore.contract.ts";

describeOutboxStore("the outbox store in IndexedDB", () => {
  const owner = newName();
  const browser = openBrowser();
  return Promise.resolve({
    here: browser.openOutbox(() => owner),
    there: browser.openOutbox(() => owner),
    reopen: () => Promise.resolve(browser.openOutbox(() => owner)),
    fill: () => browser.refuse("QuotaExceededError"),
    close: () => Promise.resolve(browser.close()),
  });
});

describe("the outbox store in IndexedDB: whose entries", () => {
  let browser: Browser;
  beforeEach(() => {
    browser = openBrowser();
  });
  afterEach(() => browser.close());

  const entry: OutboxEntry = {
    ...anEntry({ kind: "addCheckIn", checkIn: aCheckIn(1, 1) }),
    state: { type: "waiting" },
  };

  it("[OS5] shows nobody what another one left, and keeps it for that one", async () => {
    let owner: string | undefined = newName();
    const lena = owner;
    const store = browser.openOutbox(() => owner);
    await store.append([entry]);
    owner = newName();
    expect(await store.list()).toEqual({ ok: true, value: [] });
    owner = undefined;
    expect(await store.list()).toEqual({ ok: false, error: { type: "OutboxUnavailable", reason: "nobody" } });
    owner = lena;
    expect(await store.list()).toEqual({ ok: true, value: [entry] });
  });

  it("[OS5] leaves not even a name after clearing, though another window was open", async () => {
    const [here, there] = [browser.openOutbox(() => "lena"), browser.openOutbox(() => "lena")];
    await here.append([entry]);
    await there.list();
    expect(await browser.databases()).toContain("drumbeat-outbox:lena");
    await here.clear();
    expect(await browser.databases()).not.toContain("drumbeat-outbox:lena");
  });

  it("[OS5] leaves nothing of somebody's imports either, which the pane of Excel keeps apart, and all of another one's", async () => {
    const [lena, farid] = [importsOf("lena"), importsOf("farid")];
    await browser.openOutbox(() => lena).append([entry]);
    await browser.openOutbox(() => farid).append([entry]);
    await deleteOutbox(lena);
    expect(await browser.databases()).toEqual([`drumbeat-outbox:${farid}`]);
    expect(await browser.openOutbox(() => lena).list()).toEqual({ ok: true, value: [] });
  });

  it("[OS3] says so where the browser forbids it, and that there is no room", async () => {
    const store = browser.openOutbox(() => "lena");
    browser.refuse("QuotaExceededError");
    expect(await store.append([entry])).toEqual({ ok: false, error: { type: "OutboxUnavailable", reason: "full" } });
    browser.refuse("SecurityError");
    const other = browser.openOutbox(() => "farid");
    expect(await other.list()).toEqual({ ok: false, error: { type: "OutboxUnavailable", reason: "failed" } });
  });
});
