import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { part } from "#shared/ui/part/part.tsx";
import { clock, renderUi } from "#tests/support/ui.tsx";

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;

/** A part whose first fetches fail. */
const failing = (times: number) => {
  let asked = 0;
  return {
    asked: () => asked,
    load: () => {
      asked += 1;
      return asked <= times ? Promise.reject(new Error("no network")) : Promise.resolve(Greeting);
    },
  };
};

// React reports each failure there, which is right in a page and noise here.
beforeEach(() => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe("a part that is fetched when it is shown", () => {
  it("stands there once it is fetched, in the place of what waits for it", async () => {
    const Part = part(failing(0).load, { waiting: () => <p>Wait</p> });
    renderUi(<Part name="Lena" />);
    expect(await screen.findByText("Hello Lena")).toBeTruthy();
    expect(screen.queryByText("Wait")).toBeNull();
  });

  it("says so where it cannot be fetched, keeps the rest of the page, and comes when somebody tries again", async () => {
    const Part = part(failing(1).load);
    renderUi(
      <>
        <p>The rest</p>
        <Part name="Lena" />
      </>,
    );
    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
    expect(screen.getByText("The rest")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Hello Lena")).toBeTruthy();
  });

  it("waits in silence for what nobody asked for, and tries again by itself", async () => {
    const Part = part(failing(1).load, { waiting: () => <p>Wait</p>, absent: "wait" });
    renderUi(<Part name="Lena" />);
    expect(await screen.findByText("Wait")).toBeTruthy();
    await act(async () => {
      await Promise.resolve();
    });
    expect(screen.queryByRole("alert")).toBeNull();
    await act(() => clock.pass(10_000));
    expect(await screen.findByText("Hello Lena")).toBeTruthy();
  });

  it("is fetched once when it was fetched beforehand, and again when that failed", async () => {
    const good = failing(0);
    const Part = part(good.load);
    Part.warm();
    renderUi(<Part name="Lena" />);
    expect(await screen.findByText("Hello Lena")).toBeTruthy();
    expect(good.asked()).toBe(1);
    const bad = failing(1);
    const Other = part(bad.load);
    Other.warm();
    await act(async () => {
      await Promise.resolve();
    });
    renderUi(<Other name="Ada" />);
    expect(await screen.findByText("Hello Ada")).toBeTruthy();
  });
});
