import { createContext, useContext, useSyncExternalStore } from "react";
import type { Shell } from "../shell/createShell.ts";
import type { ShellState } from "../shell/state.ts";
import type { Texts } from "./text/en.ts";
import { textsFor } from "./texts.ts";

const ShellContext = createContext<Shell | undefined>(undefined);

export const ShellProvider = ShellContext.Provider;

export const useShell = (): Shell => {
  const shell = useContext(ShellContext);
  if (shell === undefined) throw new Error("This component belongs inside a ShellProvider.");
  return shell;
};

/** A part of the state that is the same object while it has not changed. */
export const useShellState = <T>(select: (state: ShellState) => T): T => {
  const { store } = useShell();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
};

export const useTexts = (): Texts => textsFor(useShellState(({ locale }) => locale));

export const useLocale = (): string => useShellState(({ locale }) => locale);
