/**
 * Raised with every change of the lists that older versions of the app could not live with.
 * 2: drafts lie in a list of their own; cycles may have lists of their own.
 * 3: key results remember where they were; partitions keep units that were put elsewhere; each lead has a row.
 * 4: initiatives have a list.
 * 5: roll-ups lie many to a row.
 */
export const SCHEMA_VERSION = 5;
