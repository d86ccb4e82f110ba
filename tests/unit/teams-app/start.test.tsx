import { describe, expect, it } from "@jest/globals";
import { act, screen } from "@testing-library/react";
import { createBrowserHost } from "../../../teams-app/host/browserHost.ts";
import { sayThatNobodyAnswers } from "../../../teams-app/start.tsx";

describe("a frame that neither is Teams nor answers", () => {
  it("shows what is wrong and how to go on, and asks for no account", async () => {
    const calm = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
    Object.assign(window, { matchMedia: () => calm });
    await act(() => sayThatNobodyAnswers(createBrowserHost(window)));
    expect(screen.getByRole("heading", { name: "The host does not answer" })).toBeDefined();
    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Try again"]);
  });
});
