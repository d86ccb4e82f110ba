import { useEffect, useState } from "react";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Directory } from "#shared/ports/directory.ts";
import { useUi } from "#shared/ui/UiContext.ts";

/** What the directory says about a text. */
export type PeopleFound =
  | { readonly kind: "idle" }
  | { readonly kind: "searching" }
  | { readonly kind: "failed" }
  | { readonly kind: "found"; readonly people: readonly Person[] };

/** Quiet time after a key press before the directory is asked. */
const QUIET_MS = 250;

/** Asks the directory who is meant, once somebody stops typing; only the latest answer counts. */
export const usePeopleSearch = (directory: Directory, text: string): PeopleFound => {
  const { clock } = useUi();
  const [found, setFound] = useState<PeopleFound>({ kind: "idle" });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === "") {
      setFound({ kind: "idle" });
      return undefined;
    }
    let current = true;
    setFound({ kind: "searching" });
    const ask = async (): Promise<void> => {
      const answer = await directory.searchPeople(wanted);
      if (current) setFound(answer.ok ? { kind: "found", people: answer.value } : { kind: "failed" });
    };
    const cancel = clock.after(QUIET_MS, () => void ask());
    return () => {
      current = false;
      cancel();
    };
  }, [clock, directory, wanted]);
  return found;
};
