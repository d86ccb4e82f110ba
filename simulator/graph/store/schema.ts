/**
 * Tables of the store.
 *
 * An item's key is its list's number times 2^32 plus its id: rows of one list lie together, in the order of their ids.
 * `item_values` holds one row per item and indexed column, with text folded to lower case and "no value" as -Infinity
 * (SQLite's smallest), so that conditions, sorting and uniqueness are answered by its primary key alone.
 *
 * `files` are those of the sites' document libraries, found by their path folded to lower case; `uploads` are upload sessions that
 * have not ended, with the bytes received so far.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, ord INTEGER NOT NULL, outsider INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS groups (id TEXT PRIMARY KEY, ord INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS group_people (groupId TEXT NOT NULL, userId TEXT NOT NULL, kind TEXT NOT NULL, ord INTEGER NOT NULL,
  PRIMARY KEY (groupId, kind, userId)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS channels (id TEXT PRIMARY KEY, teamId TEXT NOT NULL, ord INTEGER NOT NULL, displayName TEXT NOT NULL,
  createdAt TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, teamId TEXT NOT NULL, channelId TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS messages_by_channel ON messages (channelId, id);
CREATE TABLE IF NOT EXISTS activities (id INTEGER PRIMARY KEY, at TEXT NOT NULL, senderId TEXT NOT NULL, recipientId TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS activities_by_recipient ON activities (recipientId, id);
CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, calendar TEXT NOT NULL, ord INTEGER NOT NULL, transactionId TEXT, json TEXT NOT NULL) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS events_once ON events (calendar, transactionId) WHERE transactionId IS NOT NULL;
CREATE TABLE IF NOT EXISTS sites (id TEXT PRIMARY KEY, host TEXT NOT NULL, path TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  displayName TEXT NOT NULL, description TEXT NOT NULL, groupId TEXT, createdAt TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS site_users (siteId TEXT NOT NULL, lookupId INTEGER NOT NULL, userId TEXT NOT NULL,
  PRIMARY KEY (siteId, lookupId)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS site_users_by_user ON site_users (siteId, userId);
CREATE TABLE IF NOT EXISTS assignments (scope TEXT NOT NULL, kind TEXT NOT NULL, principal TEXT NOT NULL, definition INTEGER NOT NULL,
  PRIMARY KEY (scope, kind, principal, definition));
CREATE TABLE IF NOT EXISTS role_definitions (siteId TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  ord INTEGER NOT NULL, mask TEXT NOT NULL, PRIMARY KEY (siteId, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS site_groups (siteId TEXT NOT NULL, id INTEGER NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
  ownerId INTEGER NOT NULL, PRIMARY KEY (siteId, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS site_group_members (siteId TEXT NOT NULL, groupId INTEGER NOT NULL, kind TEXT NOT NULL, principal TEXT NOT NULL,
  PRIMARY KEY (siteId, groupId, kind, principal));
CREATE TABLE IF NOT EXISTS grants (id TEXT PRIMARY KEY, scope TEXT NOT NULL, appId TEXT NOT NULL, displayName TEXT NOT NULL,
  role TEXT NOT NULL, UNIQUE (scope, appId)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lists (num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, siteId TEXT NOT NULL, name TEXT NOT NULL,
  displayName TEXT NOT NULL, description TEXT NOT NULL, template TEXT NOT NULL, hidden INTEGER NOT NULL,
  createdAt TEXT NOT NULL, createdBy TEXT NOT NULL, modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1, lastItemId INTEGER NOT NULL DEFAULT 0, itemCount INTEGER NOT NULL DEFAULT 0,
  seq INTEGER NOT NULL DEFAULT 0, inherits INTEGER NOT NULL DEFAULT 1, writeSecurity INTEGER NOT NULL DEFAULT 1,
  versioning INTEGER NOT NULL DEFAULT 1, versionLimit INTEGER NOT NULL DEFAULT 50);
CREATE UNIQUE INDEX IF NOT EXISTS lists_by_name ON lists (siteId, displayName COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS columns (num INTEGER PRIMARY KEY, list INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
  displayName TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL, indexed INTEGER NOT NULL, uniq INTEGER NOT NULL,
  hidden INTEGER NOT NULL, builtIn INTEGER NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS columns_by_name ON columns (list, name COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS items (key INTEGER PRIMARY KEY, list INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
  createdAt TEXT NOT NULL, createdBy TEXT NOT NULL, modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL, seq INTEGER NOT NULL, fields TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS items_by_change ON items (list, seq);
CREATE TABLE IF NOT EXISTS item_values (col INTEGER NOT NULL, value, key INTEGER NOT NULL, PRIMARY KEY (col, value, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deleted_items (list INTEGER NOT NULL, seq INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (list, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (num INTEGER PRIMARY KEY, siteId TEXT NOT NULL, key TEXT NOT NULL, path TEXT NOT NULL, guid TEXT NOT NULL,
  folder INTEGER NOT NULL, version INTEGER NOT NULL, size INTEGER NOT NULL, createdAt TEXT NOT NULL, createdBy TEXT NOT NULL,
  modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS files_by_path ON files (siteId, key);
CREATE TABLE IF NOT EXISTS file_contents (file INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS uploads (id TEXT PRIMARY KEY, siteId TEXT NOT NULL, path TEXT NOT NULL, userId TEXT NOT NULL, conflict TEXT NOT NULL,
  linkBase TEXT NOT NULL, total INTEGER, received INTEGER NOT NULL, expiresAt INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS upload_fragments (upload TEXT NOT NULL, start INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (upload, start));
CREATE TABLE IF NOT EXISTS versions (key INTEGER NOT NULL, version INTEGER NOT NULL, modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL,
  fields TEXT NOT NULL, PRIMARY KEY (key, version)) WITHOUT ROWID;
`;

/** What earlier forms of the schema lack: columns that came later, and role assignments by the name of their level. */
export const upgrades: readonly { readonly unless: string; readonly sql: string }[] = [
  {
    unless: "SELECT 1 FROM pragma_table_info('lists') WHERE name = 'versioning'",
    sql: "ALTER TABLE lists ADD COLUMN versioning INTEGER NOT NULL DEFAULT 1; ALTER TABLE lists ADD COLUMN versionLimit INTEGER NOT NULL DEFAULT 50",
  },
  {
    unless: "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'roles')",
    sql: `INSERT OR IGNORE INTO assignments (scope, kind, principal, definition) SELECT scope, kind, principal,
      CASE level WHEN 'read' THEN 1073741826 WHEN 'contribute' THEN 1073741827 WHEN 'edit' THEN 1073741830 ELSE 1073741829 END
      FROM roles WHERE level IN ('read', 'contribute', 'edit', 'fullControl'); DROP TABLE roles`,
  },
];

/** Room for the ids of one list below the next list's keys. */
export const keysPerList = 4294967296;

export const itemKey = (listNum: number, itemId: number): number => listNum * keysPerList + itemId;

export const itemIdOf = (key: number): number => key % keysPerList;
