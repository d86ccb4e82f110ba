import type { Person } from "#shared/domain/okr/person.ts";
import { peopleLabels } from "#shared/domain/sheet/labels.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";

/**
 * What a cell has to say so that a check understands it as this person: the name, where it means nobody else here or in the
 * directory, otherwise the address.
 * @param known people whom the sheet knows without asking
 */
export const ownerText = async (
  { directory }: DirectoryDep,
  known: readonly Person[],
  person: Person,
): Promise<string> => {
  const label = peopleLabels([...known, person]).labelOf(person) ?? person.name;
  if (known.some(({ id }) => id === person.id)) return label;
  const found = label === person.name ? await directory.findPerson(person.name) : undefined;
  return found?.ok && found.value?.id === person.id ? person.name : (person.upn ?? person.name);
};
