import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";

/** Where an installed Chromium, Chrome or Edge usually lies. */
const installedBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
] as const;

const executable = (): string => {
  const wanted = process.env["CHROMIUM_PATH"];
  const found = wanted ?? installedBrowsers.find((file) => existsSync(file));
  if (found === undefined) throw new Error("No Chromium, Chrome or Edge found; set CHROMIUM_PATH.");
  return found;
};

/** The features that this version of playwright-core switches off, read from its own source. */
const disabledFeatures = (): readonly string[] => {
  const root = path.dirname(createRequire(path.resolve("package.json")).resolve("playwright-core/package.json"));
  const source = readFileSync(path.join(root, "lib/coreBundle.js"), "utf8");
  const at = source.indexOf('"ThirdPartyStoragePartitioning"');
  if (at < 0) throw new Error("playwright-core has changed: its list of disabled features is not where it was.");
  const list = source.slice(source.lastIndexOf("[", at), source.indexOf("]", at));
  return [...list.matchAll(/^\s*"([A-Za-z]+)"/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]));
};

/**
 * A browser that partitions third-party storage as people's browsers do. Playwright switches that off, and a sign-in
 * popup opened from a cross-site frame then passes although it fails in the field.
 */
export const launchBrowser = (): Promise<Browser> => {
  const features = disabledFeatures();
  const kept = features.filter((name) => name !== "ThirdPartyStoragePartitioning");
  return chromium.launch({
    executablePath: executable(),
    ignoreDefaultArgs: [`--disable-features=${features.join(",")}`],
    args: [`--disable-features=${kept.join(",")}`, "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
};
