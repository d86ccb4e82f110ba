import { texts } from "./texts.ts";

/**
 * Keys that run a function while the sheet has the focus. Ctrl+Alt+Shift is what Microsoft recommends for add-ins; Excel itself
 * has no combination of it with these letters. Excel shows the name where another add-in wants the same keys.
 */
export const SHORTCUTS = [
  { action: "showPane", letter: "O", words: "open" },
  { action: "pull", letter: "L", words: "pull" },
  { action: "check", letter: "K", words: "check" },
  { action: "push", letter: "U", words: "push" },
] as const;

const keysOf = (letter: string) => ({
  default: `Ctrl+Alt+Shift+${letter}`,
  mac: `Command+Alt+Shift+${letter}`,
});

export const nameOf = (words: (typeof SHORTCUTS)[number]["words"], language: "en-us" | "de" | "ar"): string =>
  `${texts[language].name}: ${texts[language][words].label}`;

/** As the unified manifest has them. */
export const unifiedShortcuts = (origin: string) => [
  {
    requirements: { capabilities: [{ name: "SharedRuntime", minVersion: "1.1" }] },
    shortcuts: SHORTCUTS.map(({ action, letter }) => ({ key: keysOf(letter), actionId: action })),
    keyMappingFiles: { shortcutsUrl: `${origin}/shortcuts.json` },
  },
];

/** The file that the XML manifest names. Its translations could be in one further language only, so it has none. */
export const shortcutsFile = () => ({
  actions: SHORTCUTS.map(({ action, words }) => ({
    id: action,
    type: "ExecuteFunction",
    name: nameOf(words, "en-us"),
  })),
  shortcuts: SHORTCUTS.map(({ action, letter }) => ({ action, key: keysOf(letter) })),
});
