import type { Person } from "#shared/domain/okr/person.ts";
import { peopleLabels } from "#shared/domain/sheet/labels.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Directory } from "#shared/ports/directory.ts";

/** Questions to the directory that are under way at once. */
const AT_ONCE = 20;

type SignInNeeded = Extract<AccessError, { readonly type: "SignInNeeded" }>;

interface Asked {
  readonly people: readonly Person[];
  /** Names for which the directory gave no answer. */
  readonly unasked: ReadonlySet<string>;
}

/**
 * Looks up whom the cells name and nobody here knows yet. Names that stay unknown are problems at their cells, also those for
 * which no answer came: everything else is checked all the same. Only a sign-in is worth stopping for.
 * @param named names or addresses as typed
 */
export const findPeople = async (
  directory: Directory,
  named: readonly string[],
  known: readonly Person[],
): Promise<Result<Asked, SignInNeeded>> => {
  const labels = peopleLabels(known);
  const unknown = [...new Set(named)].filter((text) => text !== "" && labels.find(text).type === "none");
  const people: Person[] = [];
  for (let from = 0; from < unknown.length; from += AT_ONCE) {
    const asked = unknown.slice(from, from + AT_ONCE);
    const answers = await Promise.all(asked.map((text) => directory.findPerson(text)));
    for (const answer of answers) {
      if (answer.ok && answer.value) people.push(answer.value);
      if (!answer.ok && answer.error.type === "SignInNeeded") return err(answer.error);
    }
    const silent = asked.filter((_, index) => answers[index]?.ok === false);
    // Who does not answer now will not answer the next hundred questions either.
    if (silent.length > 0) return ok({ people, unasked: new Set([...silent, ...unknown.slice(from + AT_ONCE)]) });
  }
  return ok({ people, unasked: new Set() });
};
