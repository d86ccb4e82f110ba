import { useSyncExternalStore } from "react";
import type { ReadonlyStore } from "#shared/application/store.ts";

/** The whole state of a store; the component renders again when it changes. */
export const useStore = <S>(store: ReadonlyStore<S>): S => useSyncExternalStore(store.subscribe, store.get);
