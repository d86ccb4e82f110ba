import { describe, expect, it } from "@jest/globals";
import { readValues } from "../../../manifest/values.ts";
import { values } from "./support.ts";

describe("the values of a deployment", () => {
  it("are read as they are written", () => {
    expect(readValues(structuredClone(values()))).toEqual(values());
  });

  it("may name this computer", () => {
    expect(readValues({ ...values(), origin: "http://localhost:3001" }).origin).toBe("http://localhost:3001");
  });

  it.each([
    ["origin", "https://okr.contoso.com/app", "an https address without a path"],
    ["origin", "http://okr.contoso.com", "an https address without a path"],
    ["appId", "drumbeat", "a GUID"],
    ["addInId", "drumbeat", "a GUID"],
    ["clientId", "", "a GUID"],
    ["version", "1.4", "three numbers"],
  ])("are refused with a %s of %p", (name, wrong, words) => {
    const read = () => readValues({ ...values(), [name]: wrong }, "mine.json");
    expect(read).toThrow(`"${name}" must be ${words}`);
    expect(read).toThrow(/^mine\.json cannot be used:/);
    expect(read).toThrow(wrong === "" ? "found nothing" : `found "${wrong}"`);
  });

  it("are refused when app and add-in share an id", () => {
    const { appId } = values();
    expect(() => readValues({ ...values(), addInId: appId.toUpperCase() })).toThrow('"addInId" must be another GUID');
  });

  it("name everything that is wrong at once", () => {
    expect(() => readValues({ developer: { name: "A".repeat(33) } })).toThrow(
      /origin[^]*appId[^]*addInId[^]*clientId[^]*version[^]*developer\.name[^]*websiteUrl[^]*privacyUrl[^]*termsOfUseUrl[^]*supportUrl/,
    );
  });

  it.each([null, [], "x", 3])("are refused when they are %p", (raw) => {
    expect(() => readValues(raw)).toThrow('"origin" must be');
  });
});
