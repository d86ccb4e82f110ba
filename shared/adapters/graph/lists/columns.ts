/**
 * The kinds of columns that Drumbeat uses, as values that carry the type of their cells. Provisioning, `$select`, encoding and
 * decoding all read them. Names are ASCII, short, and never `X` beside `XId`: SharePoint derives `XId` for persons and lookups.
 */
import type { ListRights } from "./rights.ts";

/** SharePoint's limit for a single line of text, in UTF-16 code units. */
export const TEXT_LIMIT = 255;
/** SharePoint's limit for plain text of several lines. */
export const NOTE_LIMIT = 63_999;

interface Common {
  /** What a person who opens the list in SharePoint reads. */
  readonly description: string;
  readonly required?: true;
}

interface Indexable extends Common {
  readonly indexed?: true;
  /** Implies an index. */
  readonly unique?: true;
}

interface TextColumn extends Indexable {
  readonly kind: "text";
  /** Comes with every list; it is neither created nor removed. */
  readonly builtIn?: true;
}
/** Plain text of several lines; SharePoint cannot index it. */
interface NoteColumn extends Common {
  readonly kind: "note";
}
interface NumberColumn extends Common {
  readonly kind: "number";
}
interface BooleanColumn extends Common {
  readonly kind: "boolean";
}
interface ChoiceColumn<Choice extends string = string> extends Common {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
}
export type Column = TextColumn | NoteColumn | NumberColumn | BooleanColumn | ChoiceColumn;

export type Columns = Readonly<Record<string, Column>>;

type Cell<C extends Column> =
  C extends ChoiceColumn<infer Choice>
    ? Choice
    : C extends NumberColumn
      ? number
      : C extends BooleanColumn
        ? boolean
        : string;

/** What a row of these columns holds; only required columns are sure to be there. */
export type Row<Cs extends Columns> = {
  readonly [Name in keyof Cs]: Cs[Name] extends { readonly required: true }
    ? Cell<Cs[Name]>
    : Cell<Cs[Name]> | undefined;
};

/** Cells to write; undefined clears one. */
export type Cells<Cs extends Columns> = { readonly [Name in keyof Cs]?: Cell<Cs[Name]> | undefined };

/** A SharePoint list as Drumbeat wants it. */
export interface ListDeclaration<Cs extends Columns = Columns> {
  /** Found and shown under this name; the API name is given by the server. */
  readonly displayName: string;
  readonly description: string;
  readonly rights: ListRights;
  readonly columns: Cs;
}

export const isIndexed = (column: Column): boolean =>
  column.kind === "text" && (column.indexed === true || column.unique === true);

export const isUnique = (column: Column): boolean => column.kind === "text" && column.unique === true;

/** `fields($select=…)` for exactly the declared columns. */
export const expandFields = (columns: Columns): string => `fields($select=${Object.keys(columns).join(",")})`;
