import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  authorizeUrl,
  claimsOf,
  clientId,
  createBrowser,
  fragmentOf,
  press,
  redeem,
  runSignIn,
  world,
} from "./support.ts";
import type { RunningSignIn } from "./support.ts";

let running: RunningSignIn;
beforeAll(async () => {
  running = await runSignIn();
});
afterAll(async () => {
  await running.close();
});

describe("signing in with a browser", () => {
  it("[SI1] brings back a code that PKCE turns into tokens for Graph", async () => {
    const browser = createBrowser(running.origin);
    const picker = await browser.open(authorizeUrl(running.origin));
    expect(await picker.response.text()).toContain("Choose an account");
    const back = await press(browser, picker.url, "account", { user: world.personas.lead });
    const fragment = fragmentOf(back.url);
    expect(fragment).toMatchObject({ state: "some-state", code: expect.any(String) });

    const { status, body } = await redeem(running.origin, fragment["code"] ?? "");
    expect(body).toMatchObject({ token_type: "Bearer" });
    expect(status).toBe(200);
    expect(claimsOf(body["access_token"])).toMatchObject({
      aud: "https://graph.microsoft.com",
      iss: `${running.origin}/entra`,
      oid: world.personas.lead,
      tid: world.tenant.id,
      appid: clientId,
      upn: "lena.kruger@tinycart.example",
      scp: "openid profile User.Read User.ReadBasic.All Sites.Selected",
    });
  });
});
