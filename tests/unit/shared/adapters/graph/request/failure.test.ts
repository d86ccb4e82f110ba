import { describe, expect, it } from "@jest/globals";
import { accessErrorOf, failureOfStatus } from "#shared/adapters/graph/request/failure.ts";

const refused = (status: number, message: string) =>
  accessErrorOf(failureOfStatus(status, { error: { code: "BadRequest", message } }, ["Sites.Selected"]), "the list");

describe("what a refusal means for the person", () => {
  it.each([
    [401, "", { type: "SignInNeeded", reason: "interactionRequired", scopes: ["Sites.Selected"] }],
    [403, "", { type: "Forbidden" }],
    [404, "", { type: "NotSetUp", missing: "the list" }],
    [400, "Tenant does not have a SPO license.", { type: "NoLicence" }],
    [400, "Something else", { type: "Unexpected", status: 400, code: "BadRequest" }],
  ])("[AG8] %i %s", (status, message, error) => {
    expect(refused(status, message)).toEqual(error);
  });
});
