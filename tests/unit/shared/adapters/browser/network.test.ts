import { describe, expect, it } from "@jest/globals";
import { createNetwork } from "#shared/adapters/browser/network.ts";

describe("createNetwork", () => {
  it("tells when the network goes and comes, until nobody listens any more", () => {
    const page = Object.assign(new EventTarget(), { navigator: { onLine: true } });
    const network = createNetwork(page);
    const told: string[] = [];
    const end = [network.onOffline(() => told.push("gone")), network.onOnline(() => told.push("back"))];
    expect(network.isOffline()).toBe(false);
    page.navigator.onLine = false;
    page.dispatchEvent(new Event("offline"));
    expect(network.isOffline()).toBe(true);
    page.dispatchEvent(new Event("online"));
    for (const stop of end) stop();
    page.dispatchEvent(new Event("offline"));
    expect(told).toEqual(["gone", "back"]);
  });
});
