import { EDITABLE_FIELDS, sameCell, type SheetRow } from "#shared/domain/sheet/fields.ts";
import { isMarked } from "#shared/domain/sheet/removal.ts";
import type { Vocabulary } from "#shared/domain/sheet/words.ts";
import type { SheetParts } from "./parts.ts";

const TYPED = [...EDITABLE_FIELDS, "key"] as const;

/** Whether the rows still say what they said, at the same places. Of what Drumbeat writes beside them only marks of people count. */
const sameRows = (a: readonly SheetRow[], b: readonly SheetRow[], vocabulary: Vocabulary): boolean =>
  a.length === b.length &&
  a.every((row, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      TYPED.every((field) => sameCell(row.cells[field], other.cells[field])) &&
      isMarked(row, vocabulary) === isMarked(other, vocabulary)
    );
  });

/**
 * Notices that the sheet says something else than the preview that is shown. Events of Excel come late, several times, and
 * also when nothing changed, so an event only causes a look; one that comes while something runs, a look afterwards. [SE19]
 */
export const watchSheet = ({ deps: { spreadsheet, texts }, workbook, memory, view }: SheetParts): (() => void) => {
  let hinted = false;
  let looking = false;

  const shown = () => {
    const { activity, preview } = view.opened() ?? {};
    return activity || !preview || preview.outdated ? undefined : preview;
  };

  const look = async (): Promise<void> => {
    const preview = shown();
    if (!hinted || looking || !preview) return;
    looking = true;
    hinted = false;
    try {
      const read = await workbook.read();
      if (shown() !== preview) hinted = true;
      // A sheet that cannot be read now says nothing about what is in it; the next check or push does.
      else if (read.ok && !sameRows(read.value?.rows ?? [], memory.now().seen, texts.vocabulary)) {
        view.patch({ preview: { ...preview, outdated: true } });
      }
    } finally {
      looking = false;
    }
    await look();
  };

  const stopListening = spreadsheet.onEdited(() => {
    hinted = true;
    void look();
  });
  const stopFollowing = view.state.subscribe(() => void look());
  return () => {
    stopListening();
    stopFollowing();
  };
};
