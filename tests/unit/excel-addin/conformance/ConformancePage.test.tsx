/**
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, expect, it } from "@jest/globals";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { conformanceCases } from "../../../../excel-addin/conformance/cases/all.ts";
import { ConformancePage } from "../../../../excel-addin/conformance/ConformancePage.tsx";
import type { ConformanceReport } from "../../../../excel-addin/conformance/runConformance.ts";

beforeAll(async () => {
  await Office.onReady();
});

it("runs every question and gives a report to keep", async () => {
  render(
    <FluentProvider theme={webLightTheme}>
      <ConformancePage />
    </FluentProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Run" }));
  expect((await screen.findByRole("status", {}, { timeout: 30_000 })).textContent).toMatch(/^Everything as expected/);
  expect(screen.getAllByRole("listitem")).toHaveLength(conformanceCases.length);
  const kept = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^The report/ });
  const report = JSON.parse(kept.value) as ConformanceReport;
  expect(report.results.map(({ id }) => id)).toEqual(conformanceCases.map(({ id }) => id));
}, 60_000);
