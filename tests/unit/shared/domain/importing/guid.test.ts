import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { guidIn, nameGuid } from "#shared/domain/importing/guid.ts";

const DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/** Version 5 as Node's own SHA-1 makes it. */
const reference = (namespace: string, name: string): string => {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
};

describe("nameGuid", () => {
  it("[IM2] is the one of RFC 9562, appendix A.4", () => {
    expect(nameGuid(DNS, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  it("[IM2] agrees with another implementation for every name", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: "grapheme", maxLength: 200 }), (namespace, name) => {
        expect(nameGuid(namespace, name)).toBe(reference(namespace, name));
      }),
    );
  });

  it("[IM2] recognises a GUID as people write it", () => {
    expect(guidIn(" {2ED6657D-E927-568B-95E1-2665A8AEA6A2} ")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    expect(guidIn("2018-Q1-001")).toBeUndefined();
  });
});
