export type ShortcutPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** `Ctrl+Alt+Up` and the like, as the manifest writes them. */
export const matchesShortcut = (shortcut: string, press: ShortcutPress): boolean => {
  const parts = shortcut.split("+").map((part) => part.trim().toLowerCase());
  const key = parts.at(-1) ?? "";
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const pressed = press.key.toLowerCase().replace(/^arrow/, "");
  const isKey =
    pressed === key || press.code.toLowerCase() === `key${key}` || press.code.toLowerCase() === `digit${key}`;
  return (
    isKey &&
    press.ctrlKey === wants("ctrl") &&
    press.altKey === wants("alt") &&
    press.shiftKey === wants("shift") &&
    press.metaKey === wants("command")
  );
};

const ARROWS: Readonly<Record<number, string>> = { 37: "left", 38: "up", 39: "right", 40: "down" };

/** The press that office.js reports from inside the pane: `{keyCode, shiftKey, altKey, ctrlKey, metaKey}`. */
export const pressOfKeyCode = (params: unknown): ShortcutPress | undefined => {
  if (typeof params !== "object" || params === null || !("keyCode" in params)) return undefined;
  const { keyCode, ...keys } = params as { readonly keyCode: number } & Readonly<Record<string, unknown>>;
  const character = String.fromCodePoint(keyCode);
  return {
    key: ARROWS[keyCode] ?? character.toLowerCase(),
    code: /\d/.test(character) ? `Digit${character}` : `Key${character}`,
    ctrlKey: keys["ctrlKey"] === true,
    metaKey: keys["metaKey"] === true,
    altKey: keys["altKey"] === true,
    shiftKey: keys["shiftKey"] === true,
  };
};
