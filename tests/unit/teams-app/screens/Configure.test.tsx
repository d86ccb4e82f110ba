import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Configure, type Pin } from "../../../../teams-app/screens/Configure.tsx";
import { aFrame, renderUi } from "#tests/support/ui.tsx";

const show = () => {
  const pins: Pin[] = [];
  const keep = (pin: Pin): void => {
    pins.push(pin);
  };
  renderUi(<Configure frame={aFrame()} initial={{ unitKey: "europe", cycleKey: "" }} onChoose={keep} />);
  return pins;
};

describe("Configure", () => {
  it("would pin what suits the channel without any choice", () => {
    expect(show()).toEqual([{ unitKey: "europe", cycleKey: "", name: "OKRs · Europe" }]);
  });

  it("finds another unit by a part of its name", async () => {
    const pins = show();
    const scope = screen.getByRole("combobox", { name: "Whose OKRs" });
    await userEvent.clear(scope);
    await userEvent.type(scope, "germ");
    expect(screen.getAllByRole("option", { name: /Germany|Europe|Tinycart/ })).toHaveLength(1);
    await userEvent.click(screen.getByRole("option", { name: "Germany" }));
    expect(pins.at(-1)).toEqual({ unitKey: "de", cycleKey: "", name: "OKRs · Germany" });
  });

  it("keeps what is chosen when something else was typed and left", async () => {
    const pins = show();
    const scope = screen.getByRole("combobox", { name: "Whose OKRs" });
    await userEvent.clear(scope);
    await userEvent.type(scope, "nowhere");
    expect(screen.getByText("Nothing is called “nowhere”.")).toBeDefined();
    await userEvent.tab();
    expect(scope).toHaveProperty("value", "Europe");
    expect(pins).toHaveLength(1);
  });

  it("pins a cycle on request", async () => {
    const pins = show();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Cycle" }), "Q1 2026");
    expect(pins.at(-1)).toMatchObject({ cycleKey: "2026-q1" });
  });
});
