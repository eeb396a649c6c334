/** What `PRAGMA user_version` says; a file with a larger one is refused. */
export const schemaVersion = 1

/** Names and keys are bytes of `key-bytes.ts`, values and entries JSON. */
export const schema = `
CREATE TABLE IF NOT EXISTS lives (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS partitions (id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, base INTEGER NOT NULL, top INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS rows (partition INTEGER NOT NULL, key BLOB NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (partition, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS log (partition INTEGER NOT NULL, position INTEGER NOT NULL, entry TEXT NOT NULL,
  PRIMARY KEY (partition, position)) WITHOUT ROWID`
