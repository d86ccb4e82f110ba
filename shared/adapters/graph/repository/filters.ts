/** Conditions of a `$filter`, ready for a query. */

/** An OData string literal for a query. */
const literal = (text: string): string => encodeURIComponent(`'${text.replaceAll("'", "''")}'`);

/** `fields/X eq 'text'`; `column` must be indexed. */
export const equals = (column: string, text: string): string => `fields/${column}%20eq%20${literal(text)}`;

/** At least one of the texts. */
export const equalsAny = (column: string, texts: readonly string[]): string =>
  texts.length === 1
    ? equals(column, texts[0] ?? "")
    : `(${texts.map((text) => equals(column, text)).join("%20or%20")})`;

export const and = (...conditions: readonly (string | undefined)[]): string =>
  conditions.filter((condition) => condition !== undefined).join("%20and%20");
