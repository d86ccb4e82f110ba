import { describe, expect, it } from "@jest/globals";
import { markdownToHtml, safeHtml } from "#simulator/teams-shell/client/ui/richText.ts";

describe("[TS28] text from others", () => {
  it("keeps HTML inside Markdown as text and drops links that could run", () => {
    expect(markdownToHtml("**bold** <img src=x onerror=alert(1)>")).toBe(
      "<p><strong>bold</strong> &lt;img src=x onerror=alert(1)&gt;</p>\n",
    );
    expect(markdownToHtml("[x](javascript:alert(1))")).toBe("<p>[x](javascript:alert(1))</p>\n");
  });

  it("keeps formatting and links of a message and nothing that could run", () => {
    expect(
      safeHtml(
        '<p onclick="a()">Hi <b>all</b><script>a()</script><a href="javascript:a()">x</a></p><style>*{}</style>',
      ),
    ).toBe("<p>Hi <b>all</b><a>x</a></p>");
    expect(safeHtml('See <a href="https://okr.example/">OKRs</a><attachment id="a"></attachment>')).toBe(
      'See <a href="https://okr.example/">OKRs</a>',
    );
  });
});
