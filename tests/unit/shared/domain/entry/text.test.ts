import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { isolated, storedLength, tidyLine, tidyNote, TITLE_LIMIT } from "#shared/domain/entry/text.ts";

const FSI = "\u2068";
const PDI = "\u2069";

describe("text", () => {
  it.each([
    "=SUM(A1:A9)",
    "+49 stores",
    "-5 % waste",
    "@home delivery",
    "'quoted",
    "👩🏽‍🌾 shops",
    "مرحبا",
    "a  b",
    "\u202bشراء\u202c",
  ])("[EN15] keeps %j as it was typed", (text) => {
    expect(tidyLine(text)).toBe(text);
    expect(tidyNote(text)).toBe(text);
  });

  it("[EN15] trims the ends and makes one line of a title", () => {
    expect(tidyLine(" \u00a0one\r\n two\tthree\u2028four\ufeff ")).toBe("one two three four");
    expect(tidyNote("\n one\r\ntwo\rthree \u200b\n")).toBe("one\ntwo\nthree");
    expect(tidyLine("be\u0007ep\u0000")).toBe("beep");
    expect(tidyLine("half \ud83d here")).toBe("half \ufffd here");
  });

  it("[EN15] changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
        expect(tidyNote(tidyNote(text))).toBe(tidyNote(text));
      }),
    );
  });

  it("[EN16] counts as SharePoint does", () => {
    expect(TITLE_LIMIT).toBe(255);
    expect(["abc", "é", "👍", "👩🏽‍🌾"].map(storedLength)).toEqual([3, 1, 2, 7]);
  });

  it("[EN17] closes what a text opens and leaves out what it did not open", () => {
    expect(isolated("plain")).toBe(`${FSI}plain${PDI}`);
    expect(isolated("a\u202eb")).toBe(`${FSI}a\u202eb\u202c${PDI}`);
    expect(isolated("a\u2067b\u202ac")).toBe(`${FSI}a\u2067b\u202ac\u202c${PDI}${PDI}`);
    expect(isolated(`a${PDI}b\u202c`)).toBe(`${FSI}ab${PDI}`);
  });

  it("[EN17] always closes exactly what is open", () => {
    const marks = fc.constantFrom("a", "\u2066", "\u2067", "\u2068", "\u2069", "\u202a", "\u202e", "\u202c", "\u200f");
    fc.assert(
      fc.property(fc.array(marks), (parts) => {
        const open: string[] = [];
        for (const mark of isolated(parts.join(""))) {
          if (/[\u2066-\u2068]/u.test(mark)) open.push(PDI);
          else if (/[\u202a\u202e]/u.test(mark)) open.push("\u202c");
          else if (mark === PDI || mark === "\u202c") expect(open.pop()).toBe(mark);
        }
        expect(open).toEqual([]);
      }),
    );
  });
});
