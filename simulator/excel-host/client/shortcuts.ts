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
