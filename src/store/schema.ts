/**
 * The schema as forward-only steps: step n brings a database from `user_version` n - 1 to n. A released step is never
 * changed. Columns are TEXT or INTEGER; instants are ISO 8601 in UTC.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE district (
  code            TEXT PRIMARY KEY,
  deadline        TEXT NOT NULL,
  deadline_set_at TEXT NOT NULL,
  reminders       INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE chat (
  ref       TEXT PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('private', 'group')),
  title     TEXT NOT NULL,
  district  TEXT REFERENCES district,
  linked_at TEXT,
  active    INTEGER NOT NULL DEFAULT 1,
  thread    TEXT,
  sees_all  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX chat_by_district ON chat (district) WHERE district IS NOT NULL;

CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT;
CREATE TABLE person_ref (ref TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES person) STRICT;
CREATE INDEX person_ref_by_person ON person_ref (person);

-- Who holds, asked for or once held what; the area is a village's or a kecamatan's code.
CREATE TABLE role (
  id         INTEGER PRIMARY KEY,
  person     INTEGER REFERENCES person,
  kind       TEXT NOT NULL,
  area       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('pending', 'held', 'declined', 'ended')),
  asked_at   TEXT NOT NULL,
  decided_at TEXT
) STRICT;
CREATE INDEX role_by_person ON role (person);
CREATE INDEX role_by_area ON role (area, state);
CREATE UNIQUE INDEX role_held_once ON role (person, kind, area) WHERE state = 'held';

-- The ledger. Rows are added, and marked when they are reversed; nothing else ever changes but the text, which is
-- blanked in time. The message is what was recorded together and is reversed together.
CREATE TABLE report (
  id          INTEGER PRIMARY KEY,
  village     TEXT NOT NULL,
  unit        TEXT NOT NULL,
  status      TEXT NOT NULL,
  person      INTEGER REFERENCES person,
  role        TEXT NOT NULL,
  at          TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  message     TEXT NOT NULL,
  text        TEXT,
  reversed_at TEXT
) STRICT;
CREATE INDEX report_by_unit ON report (village, unit, at);
CREATE INDEX report_by_message ON report (message);
CREATE INDEX report_by_person ON report (person, recorded_at);
CREATE INDEX report_by_time ON report (recorded_at);

-- What the ledger says now: each unit's unreversed report with the latest time.
CREATE TABLE unit_status (
  village TEXT NOT NULL,
  unit    TEXT NOT NULL,
  status  TEXT NOT NULL,
  since   TEXT NOT NULL,
  at      TEXT NOT NULL,
  report  INTEGER NOT NULL REFERENCES report,
  PRIMARY KEY (village, unit)
) STRICT, WITHOUT ROWID;

-- Reports of people whose role is not approved yet; read anew when it is.
CREATE TABLE held_report (
  message  TEXT PRIMARY KEY,
  person   INTEGER NOT NULL REFERENCES person,
  district TEXT NOT NULL,
  village  TEXT,
  chat     TEXT NOT NULL,
  text     TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX held_report_by_person ON held_report (person);

-- A further one links another group of a kecamatan that has a camat already.
CREATE TABLE invitation (
  hash       TEXT PRIMARY KEY,
  district   TEXT NOT NULL,
  further    INTEGER NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT
) STRICT;
CREATE TABLE wrong_code (user TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX wrong_code_by_user ON wrong_code (user, at);

CREATE TABLE inbox (ref TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_by_time ON inbox (at);
-- Scheduled messages that were dealt with; outcome: sent, missed or off.
CREATE TABLE slot (key TEXT PRIMARY KEY, at TEXT NOT NULL, outcome TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- When a person last got the help line.
CREATE TABLE hint (user TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Ids are never used again, though rows are deleted: delivery goes by them, and so do buttons that name a person.
CREATE TABLE outbox (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  chat       TEXT NOT NULL,
  thread     TEXT,
  scheduled  INTEGER NOT NULL,
  content    TEXT,
  context    TEXT NOT NULL,
  asks       TEXT,
  sender     TEXT,
  answers    TEXT,
  quotes     TEXT,
  edits      TEXT,
  state      TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'doubtful')),
  tries      INTEGER NOT NULL DEFAULT 0,
  doubted    INTEGER NOT NULL DEFAULT 0,
  sent_ref   TEXT,
  at         TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_waiting ON outbox (state, id) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_by_sent ON outbox (sent_ref) WHERE sent_ref IS NOT NULL;
CREATE INDEX outbox_by_time ON outbox (at);

-- The question that somebody's next message in a chat may answer without quoting it.
CREATE TABLE open_question (
  user TEXT NOT NULL,
  chat TEXT NOT NULL,
  outbox INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (user, chat)
) STRICT, WITHOUT ROWID;

-- What a platform calls a file that it was sent, by what the file shows: the same goes out again without an upload.
CREATE TABLE upload (key TEXT PRIMARY KEY, ids TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
  `
-- The session with WhatsApp: keys of the linked device, of groups and of people's devices. JSON by type and id.
CREATE TABLE whatsapp_key (
  type  TEXT NOT NULL,
  id    TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

-- What was sent on WhatsApp, by its id there, for phones that could not read it and ask again.
CREATE TABLE whatsapp_sent (
  id      TEXT PRIMARY KEY,
  chat    TEXT NOT NULL,
  message TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX whatsapp_sent_by_time ON whatsapp_sent (at);
`,
  `
-- Rows of the outbox that go once they are settled, whole or their content, because somebody asked to be forgotten.
CREATE TABLE outbox_forget (id INTEGER PRIMARY KEY, whole INTEGER NOT NULL) STRICT;
`,
  `
CREATE INDEX report_by_reversal ON report (reversed_at) WHERE reversed_at IS NOT NULL;
`,
  `
-- What could not be dealt with and was set aside; the log says more of each.
CREATE TABLE dead_letter (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL) STRICT;

-- What goes first where not everything can: report, lookup or stranger.
ALTER TABLE outbox ADD COLUMN priority TEXT NOT NULL DEFAULT 'report';
-- 1 for what was said to somebody without a role: it has a daily cap of its own.
ALTER TABLE whatsapp_sent ADD COLUMN stranger INTEGER NOT NULL DEFAULT 0;

-- A digest of what a message said in its latest version: an edit that says the same is none.
ALTER TABLE inbox ADD COLUMN words TEXT;
-- What edits of a message are sealed with on WhatsApp, by the message.
CREATE TABLE whatsapp_secret (ref TEXT PRIMARY KEY, secret TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX whatsapp_secret_by_time ON whatsapp_secret (at);

-- So that nobody who asks to be forgotten is looked for in everything: where they were answered or named, and what they wrote.
UPDATE outbox SET sender = (
  SELECT ref FROM report JOIN person_ref USING (person) WHERE message = answers LIMIT 1
) WHERE sender IS NULL AND answers IS NOT NULL;
UPDATE outbox SET quotes = NULL WHERE sender IS NULL AND state NOT IN ('queued', 'sending');
CREATE INDEX outbox_by_chat ON outbox (chat);
CREATE INDEX outbox_by_sender ON outbox (sender) WHERE sender IS NOT NULL;
CREATE INDEX outbox_handover ON outbox (id) WHERE instr(content, '/tunjuk camat #') > 0;
CREATE INDEX whatsapp_sent_by_chat ON whatsapp_sent (chat);
CREATE INDEX inbox_by_author ON inbox (substr(substr(ref, instr(ref, '@g.us:') + 6), 1,
  instr(substr(ref, instr(ref, '@g.us:') + 6), ':') - 1)) WHERE instr(ref, '@g.us:') > 0;
CREATE INDEX whatsapp_secret_by_author ON whatsapp_secret (substr(substr(ref, instr(ref, '@g.us:') + 6), 1,
  instr(substr(ref, instr(ref, '@g.us:') + 6), ':') - 1)) WHERE instr(ref, '@g.us:') > 0;
-- The group in which a role was asked for: what becomes of it is told there too.
ALTER TABLE role ADD COLUMN chat TEXT;
`,
  `
-- What tells the account that asks for a role from others of its name, until the request is decided.
ALTER TABLE role ADD COLUMN sign TEXT;
`,
  `
-- The forum topic that was last spoken in.
ALTER TABLE chat ADD COLUMN last_thread TEXT;
-- Why the platform last refused it: gone, rights, topic, files or message.
ALTER TABLE outbox ADD COLUMN refusal TEXT;
CREATE INDEX outbox_refused ON outbox (chat) WHERE refusal IS NOT NULL;

-- Questions that may still be answered, by what they are about; the message is the one that made the bot ask.
CREATE TABLE question (
  topic   TEXT NOT NULL,
  outbox  INTEGER NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (topic, outbox)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_by_outbox ON question (outbox);
CREATE INDEX question_by_message ON question (message);
`,
  `
-- What was decided, when and by which role: no person, no name.
CREATE TABLE act (
  id    INTEGER PRIMARY KEY,
  at    TEXT NOT NULL,
  by    TEXT NOT NULL,
  kind  TEXT NOT NULL,
  area  TEXT NOT NULL,
  about TEXT
) STRICT;
CREATE INDEX act_by_area ON act (area);

-- What people were called before, as long as a message up to this one may spell it.
CREATE TABLE former_name (
  person INTEGER NOT NULL REFERENCES person,
  name   TEXT NOT NULL,
  outbox INTEGER NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;
-- One row while the file's unused space may hold what was deleted because somebody asked to be forgotten.
CREATE TABLE unused_space (traces INTEGER PRIMARY KEY) STRICT;

-- The outbox's row that a message was sent for.
ALTER TABLE whatsapp_sent ADD COLUMN key TEXT;
CREATE INDEX whatsapp_sent_by_key ON whatsapp_sent (key);
CREATE INDEX question_by_author ON question (substr(substr(message, instr(message, '@g.us:') + 6), 1,
  instr(substr(message, instr(message, '@g.us:') + 6), ':') - 1)) WHERE instr(message, '@g.us:') > 0;
`,
  `
-- What is looked for at each commit, each minute and each recap is found without the rows of the whole country, however many there are.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_unsettled ON outbox (id) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_unsent_edit ON outbox (edits) WHERE edits IS NOT NULL AND state IN ('queued', 'sending');
CREATE INDEX outbox_undelivered ON outbox (state) WHERE state IN ('failed', 'doubtful');
CREATE INDEX role_by_chat ON role (chat) WHERE chat IS NOT NULL;
CREATE INDEX chat_linked ON chat (district, ref) WHERE district IS NOT NULL AND active = 1;
DROP INDEX report_by_time;
DROP INDEX report_by_reversal;
CREATE INDEX report_by_district ON report (substr(village, 1, 8), recorded_at);
CREATE INDEX report_by_reversal ON report (substr(village, 1, 8), reversed_at) WHERE reversed_at IS NOT NULL;
-- What retention has to find. The oldest rows of the outbox are those with the lowest ids.
CREATE INDEX report_with_text ON report (recorded_at) WHERE text IS NOT NULL;
CREATE INDEX slot_by_time ON slot (at);
DROP INDEX outbox_by_time;
`,
  `
-- How many villages of a kecamatan have each unit in each status, as unit_status has it. Higher areas are sums.
CREATE TABLE tally (
  district   TEXT NOT NULL,
  unit       TEXT NOT NULL,
  belum      INTEGER NOT NULL,
  proses     INTEGER NOT NULL,
  berdiri    INTEGER NOT NULL,
  beroperasi INTEGER NOT NULL,
  PRIMARY KEY (district, unit)
) STRICT, WITHOUT ROWID;

-- A kecamatan at the end of each day on which its ledger changed: its units by status, the villages that have reported, and
-- those whose last report was made up to n days before (recent, n from 0 to 6). Days are numbered from 1970, in WIB.
CREATE TABLE frozen_day (
  district   TEXT NOT NULL,
  day        INTEGER NOT NULL,
  belum      INTEGER NOT NULL,
  proses     INTEGER NOT NULL,
  berdiri    INTEGER NOT NULL,
  beroperasi INTEGER NOT NULL,
  reporting  INTEGER NOT NULL,
  recent0    INTEGER NOT NULL,
  recent1    INTEGER NOT NULL,
  recent2    INTEGER NOT NULL,
  recent3    INTEGER NOT NULL,
  recent4    INTEGER NOT NULL,
  recent5    INTEGER NOT NULL,
  recent6    INTEGER NOT NULL,
  PRIMARY KEY (district, day)
) STRICT, WITHOUT ROWID;
`,
  `
-- What stands for a plain confirmation where several are gathered into one message, and the row that carries it then.
ALTER TABLE outbox ADD COLUMN brief TEXT;
ALTER TABLE outbox ADD COLUMN carrier INTEGER;
CREATE INDEX outbox_by_carrier ON outbox (carrier) WHERE carrier IS NOT NULL;
`,
  `
-- The role above the kecamatan that an invitation gives; an area of any level stands in its column district.
ALTER TABLE invitation ADD COLUMN role TEXT;
-- 1 where the kecamatan of an area may see its recap.
ALTER TABLE district ADD COLUMN shown_below INTEGER NOT NULL DEFAULT 0;
`,
  `
-- 1 for a message that says the same to all its readers.
ALTER TABLE outbox ADD COLUMN shared INTEGER;
`,
  `
-- An invitation is deleted when it is used, and when it has expired.
DELETE FROM invitation WHERE used_at IS NOT NULL;
ALTER TABLE invitation DROP COLUMN used_at;
CREATE INDEX invitation_by_expiry ON invitation (expires_at);
`,
  `
-- Who made an invitation; null for the operator. It is void once they hold no role any more.
ALTER TABLE invitation ADD COLUMN made_by INTEGER;
CREATE INDEX invitation_by_area ON invitation (district);
CREATE INDEX invitation_by_maker ON invitation (made_by) WHERE made_by IS NOT NULL;
`,
  `
-- The WhatsApp numbers of this installation. Each has a session, a daily cap and chats of its own; what there was is the first one's.
CREATE TABLE whatsapp_number (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  name   TEXT NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0
) STRICT;
-- The number that serves a chat.
CREATE TABLE whatsapp_chat (ref TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX whatsapp_chat_by_number ON whatsapp_chat (number);
INSERT INTO whatsapp_chat (ref, number) SELECT ref, 1 FROM chat WHERE ref LIKE 'whatsapp:%';
-- Keys of a session: of the linked device, of groups and of people's devices. JSON by type and id.
CREATE TABLE whatsapp_session (
  number INTEGER NOT NULL,
  type   TEXT NOT NULL,
  id     TEXT NOT NULL,
  value  TEXT NOT NULL,
  PRIMARY KEY (number, type, id)
) STRICT, WITHOUT ROWID;
INSERT INTO whatsapp_session (number, type, id, value) SELECT 1, type, id, value FROM whatsapp_key;
DROP TABLE whatsapp_key;
ALTER TABLE whatsapp_sent ADD COLUMN number INTEGER NOT NULL DEFAULT 1;
DROP INDEX whatsapp_sent_by_time;
CREATE INDEX whatsapp_sent_by_time ON whatsapp_sent (number, at);
`,
  `
-- The few questions about somebody of whom nothing else is kept.
CREATE INDEX outbox_naming ON outbox (id) WHERE instr(context, '"named":') > 0;
`,
  `
-- When an area was opened; null for one that was opened before this was kept.
ALTER TABLE district ADD COLUMN opened_at TEXT;
`,
  `
-- The message by which an open role was asked for: an edit of it takes its request's place.
ALTER TABLE role ADD COLUMN message TEXT;
-- When a message was edited last: an earlier edit that arrives later is none.
ALTER TABLE inbox ADD COLUMN edited_at TEXT;
`,
  `
-- What changed in a kecamatan since a moment is found by its units: each holds its last report.
DROP INDEX report_by_district;
`,
  `
-- The message whose question an answer of its sender recorded this for: an edit of that message corrects it too.
ALTER TABLE report ADD COLUMN said TEXT;
CREATE INDEX report_by_said ON report (said) WHERE said IS NOT NULL;
`,
  `
-- A question that is meant for somebody is found by them when they are to be forgotten.
UPDATE outbox SET sender = asks WHERE sender IS NULL AND asks IS NOT NULL;
`,
  `
-- The message of the same sender whose question this one answers: it says a part of what that one says.
ALTER TABLE inbox ADD COLUMN part_of TEXT;
CREATE INDEX inbox_by_part_of ON inbox (part_of) WHERE part_of IS NOT NULL;
`,
  `
-- The area that a message is for: its chat's when it was queued, or another that it tells of. In a group that was linked to another one
-- since it is not sent, and by it is found where somebody may be named.
ALTER TABLE outbox ADD COLUMN area TEXT;
UPDATE outbox SET area = CASE WHEN instr(context, '"listed":{"') > 0 THEN substr(context, instr(context, '"listed":{"') + 11, 8)
  ELSE (SELECT district FROM chat WHERE ref = outbox.chat AND (linked_at <= outbox.at OR outbox.state = 'queued')) END;
CREATE INDEX outbox_by_area ON outbox (area, chat) WHERE area IS NOT NULL;
`,
  `
-- The few messages that show an invitation code.
UPDATE outbox SET content = NULL WHERE state = 'sent' AND (instr(content, '"letters":[') > 0);
CREATE INDEX outbox_secret ON outbox (id) WHERE instr(context, '"secret":true') > 0;
-- One row: what the machine's clock last said, and since when it has gone on without a leap.
CREATE TABLE clock_watch (id INTEGER PRIMARY KEY, seen TEXT NOT NULL, steady_since TEXT NOT NULL) STRICT;
-- The deadline that an area has set for itself, while it is the earlier one.
ALTER TABLE district ADD COLUMN own_deadline TEXT;
UPDATE district SET own_deadline = deadline WHERE EXISTS (SELECT 1 FROM district AS above
  WHERE above.code = substr(district.code, 1, length(district.code) - 3) AND above.deadline > district.deadline);
`,
  `
-- When a decision was said, which may have arrived late; null for one that nobody said, and for an earlier one.
ALTER TABLE act ADD COLUMN said TEXT;
`,
  `
-- The message of somebody else whose question this one answers: what it recorded stands when that message is edited.
ALTER TABLE inbox ADD COLUMN answer_to TEXT;
CREATE INDEX inbox_by_answer_to ON inbox (answer_to) WHERE answer_to IS NOT NULL;
`,
  `
-- The addresses of the WhatsApp numbers that this installation has or had.
CREATE TABLE whatsapp_own (address TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`,
  `
-- The few messages of which a first try may have arrived too.
CREATE INDEX outbox_doubted ON outbox (chat) WHERE doubted = 1;
`,
  `
-- When it was said that a report is taken back, which may have arrived late; null for one that was taken back earlier.
ALTER TABLE report ADD COLUMN reversal_said TEXT;
`,
  `
-- The days have their units too, so that a past week is read as the present is; the start that follows counts them. The rows of a
-- day lie together: areas above are read of one day.
DROP TABLE tally;
DROP TABLE frozen_day;
CREATE TABLE frozen_day (
  district   TEXT NOT NULL,
  day        INTEGER NOT NULL,
  belum      INTEGER NOT NULL,
  proses     INTEGER NOT NULL,
  berdiri    INTEGER NOT NULL,
  beroperasi INTEGER NOT NULL,
  reporting  INTEGER NOT NULL,
  recent0    INTEGER NOT NULL,
  recent1    INTEGER NOT NULL,
  recent2    INTEGER NOT NULL,
  recent3    INTEGER NOT NULL,
  recent4    INTEGER NOT NULL,
  recent5    INTEGER NOT NULL,
  recent6    INTEGER NOT NULL,
  kantor_belum INTEGER NOT NULL,
  kantor_proses INTEGER NOT NULL,
  kantor_berdiri INTEGER NOT NULL,
  kantor_beroperasi INTEGER NOT NULL,
  sembako_belum INTEGER NOT NULL,
  sembako_proses INTEGER NOT NULL,
  sembako_berdiri INTEGER NOT NULL,
  sembako_beroperasi INTEGER NOT NULL,
  simpan_pinjam_belum INTEGER NOT NULL,
  simpan_pinjam_proses INTEGER NOT NULL,
  simpan_pinjam_berdiri INTEGER NOT NULL,
  simpan_pinjam_beroperasi INTEGER NOT NULL,
  klinik_belum INTEGER NOT NULL,
  klinik_proses INTEGER NOT NULL,
  klinik_berdiri INTEGER NOT NULL,
  klinik_beroperasi INTEGER NOT NULL,
  apotek_belum INTEGER NOT NULL,
  apotek_proses INTEGER NOT NULL,
  apotek_berdiri INTEGER NOT NULL,
  apotek_beroperasi INTEGER NOT NULL,
  gudang_belum INTEGER NOT NULL,
  gudang_proses INTEGER NOT NULL,
  gudang_berdiri INTEGER NOT NULL,
  gudang_beroperasi INTEGER NOT NULL,
  logistik_belum INTEGER NOT NULL,
  logistik_proses INTEGER NOT NULL,
  logistik_berdiri INTEGER NOT NULL,
  logistik_beroperasi INTEGER NOT NULL,
  PRIMARY KEY (day, district)
) STRICT, WITHOUT ROWID;
CREATE INDEX frozen_day_by_district ON frozen_day (district, day);
`,
  `
-- Whether WhatsApp keeps a number out, or no phone is linked to it: after a restart too it serves no group until it is let in.
ALTER TABLE whatsapp_number ADD COLUMN barred INTEGER NOT NULL DEFAULT 0;
`,
  `
-- What waits is counted by its state without its rows: on a Monday morning one for each group of the country.
DROP INDEX outbox_unsettled;
CREATE INDEX outbox_unsettled ON outbox (id, state) WHERE state IN ('queued', 'sending');
`,
  `
-- Each address with its number, and no longer than that has it: the numbers note theirs when they connect.
DROP TABLE whatsapp_own;
CREATE TABLE whatsapp_own (address TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`,
  `
-- 1 for what its own message took back: by an edit, or by the answer to a question that it led to. Said so again it counts again.
ALTER TABLE report ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
`,
];
