/** A page beside the add-in, which no manifest of the product names: `npm run package` writes one of its own for it. */
import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ConformancePage } from "./ConformancePage.tsx";

const start = async (): Promise<void> => {
  await Office.onReady();
  const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  createRoot(document.getElementById("root") ?? document.body).render(
    <StrictMode>
      <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
        <ConformancePage />
      </FluentProvider>
    </StrictMode>,
  );
};

void start();
