/** Raised with every change of the lists that older versions of the app could not live with. */
export const SCHEMA_VERSION = 1;
