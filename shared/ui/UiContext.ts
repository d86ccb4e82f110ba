import { createContext, useContext } from "react";
import type { Clock } from "#shared/ports/clock.ts";
import { createFormat, type Format } from "./text/format.ts";
import { english } from "./text/load.ts";
import type { Messages } from "./text/en.ts";

/** What every component may need to speak to a person. */
export interface Ui {
  readonly messages: Messages;
  readonly format: Format;
  /** BCP 47, for reading what people type. */
  readonly locale: string;
  readonly clock: Clock;
}

const UiContext = createContext<Ui>({
  messages: english.messages,
  format: createFormat(english.locale),
  locale: english.locale,
  clock: { now: () => 0, after: () => () => undefined },
});

export const UiProvider = UiContext.Provider;

export const useUi = (): Ui => useContext(UiContext);
