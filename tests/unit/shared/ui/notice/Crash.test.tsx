import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { Crash } from "#shared/ui/notice/Crash.tsx";
import { renderUi } from "#tests/support/ui.tsx";

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

/** A screen with a bug that shows only when somebody presses the button. */
const Screen = () => {
  const [objective, setObjective] = useState<{ readonly title: string } | undefined>({ title: "Win customers" });
  if (!objective) throw new Error("A bug of ours");
  return <button onClick={() => setObjective(undefined)}>{objective.title}</button>;
};

describe("a bug on a screen", () => {
  it("shows what happened, what is safe and what to do, in the place of an empty page", () => {
    const reported = jest.spyOn(console, "error").mockImplementation(() => undefined);
    renderUi(
      <>
        <p>Beside it</p>
        <Crash>
          <Screen />
        </Crash>
      </>,
    );
    expect(screen.queryByText("Something went wrong here")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Win customers" }));
    expect(screen.getByText("Something went wrong here")).toBeTruthy();
    expect(screen.getByText(/What you saved is safe, and what you were typing is kept on this device/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
    expect(screen.queryByText("Win customers")).toBeNull();
    expect(screen.getByText("Beside it")).toBeTruthy();
    expect(reported.mock.calls.flat().some((part) => String(part).includes("A bug of ours"))).toBe(true);
  });
});
