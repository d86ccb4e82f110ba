import { describe, expect, it } from "@jest/globals";
import { excelPage } from "#simulator/excel-host/page.ts";
import { personOf, readOpenRequest, refusalText } from "#simulator/excel-host/openRequest.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

const read = (query: string) => readOpenRequest(new URLSearchParams(query), { latencyMs: 0 });
const refusal = (query: string): string => {
  const outcome = read(query);
  return outcome.ok ? "opened" : refusalText(outcome.error);
};

describe("the address of the simulated Excel", () => {
  it("[XG1] has defaults for everything but the person", () => {
    expect(read("user=lead")).toEqual({
      ok: true,
      value: {
        userKey: "lead",
        appUrl: undefined,
        theme: "light",
        api: "1.15",
        latencyMs: 0,
        locale: "en-US",
        workbookName: "Book1",
      },
    });
  });

  it("[XG1] takes an add-in page on this machine only", () => {
    expect(read("user=lead&app=http://localhost:5001/a.html")).toMatchObject({
      value: { appUrl: "http://localhost:5001/a.html" },
    });
    for (const address of [
      "https://evil.example/",
      "http://localhost.evil.example/",
      "javascript:alert(1)",
      "//localhost",
    ])
      expect(refusal(`user=lead&app=${encodeURIComponent(address)}`)).toContain("Only add-in pages on localhost");
  });

  it("[XG1] names what it does not know", () => {
    expect(refusal("user=nobody")).toContain('It says "nobody"');
    expect(refusal("user=lead&theme=contrast")).toContain("theme=contrast");
    expect(refusal("user=lead&api=1.99")).toContain("api=1.99");
    expect(refusal("user=lead&locale=no_such")).toContain("locale=no_such");
    expect(refusal("user=lead&latency=soon")).toContain("latency=soon");
  });
});

describe("the page", () => {
  it("[XG3] cannot be broken by names", () => {
    const world = tinyWorld();
    const html = excelPage(
      {
        person: personOf(world, "lead"),
        workbookName: '</script><script>alert("1")</script>',
        theme: "light",
        locale: "en-US",
        api: "1.15",
        latencyMs: 0,
        manifest: { name: "<!--" },
        appUrl: undefined,
      },
      "/excel/assets/excel-host.js",
    );
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain("<!--");
    const boot = /<script type="application\/json" id="boot">(.*)<\/script>/.exec(html)?.[1] ?? "";
    expect(JSON.parse(boot)).toMatchObject({ workbookName: '</script><script>alert("1")</script>' });
  });
});
