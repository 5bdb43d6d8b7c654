-- A database of version 0.1.0, as that version wrote it: npm run demo, without the simulator's own tables.
PRAGMA foreign_keys = OFF;
PRAGMA user_version = 4;
BEGIN;
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
CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT;
CREATE TABLE person_ref (ref TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES person) STRICT;
CREATE TABLE role (
  id         INTEGER PRIMARY KEY,
  person     INTEGER REFERENCES person,
  kind       TEXT NOT NULL,
  area       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('pending', 'held', 'declined', 'ended')),
  asked_at   TEXT NOT NULL,
  decided_at TEXT
) STRICT;
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
CREATE TABLE unit_status (
  village TEXT NOT NULL,
  unit    TEXT NOT NULL,
  status  TEXT NOT NULL,
  since   TEXT NOT NULL,
  at      TEXT NOT NULL,
  report  INTEGER NOT NULL REFERENCES report,
  PRIMARY KEY (village, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE held_report (
  message  TEXT PRIMARY KEY,
  person   INTEGER NOT NULL REFERENCES person,
  district TEXT NOT NULL,
  village  TEXT,
  chat     TEXT NOT NULL,
  text     TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT;
CREATE TABLE invitation (
  hash       TEXT PRIMARY KEY,
  district   TEXT NOT NULL,
  further    INTEGER NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT
) STRICT;
CREATE TABLE wrong_code (user TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE inbox (ref TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE slot (key TEXT PRIMARY KEY, at TEXT NOT NULL, outcome TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE hint (user TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
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
CREATE TABLE open_question (
  user TEXT NOT NULL,
  chat TEXT NOT NULL,
  outbox INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (user, chat)
) STRICT, WITHOUT ROWID;
CREATE TABLE upload (key TEXT PRIMARY KEY, ids TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE whatsapp_key (
  type  TEXT NOT NULL,
  id    TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE whatsapp_sent (
  id      TEXT PRIMARY KEY,
  chat    TEXT NOT NULL,
  message TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE TABLE outbox_forget (id INTEGER PRIMARY KEY, whole INTEGER NOT NULL) STRICT;
INSERT INTO district VALUES ('14.03.16', '2027-05-15', '2027-04-28T01:35:00.003Z', 1);
INSERT INTO chat VALUES ('simulator:grup', 'group', 'KDMP Kec. Bathin Solapan', '14.03.16', '2027-04-28T01:35:00.003Z', 1, NULL, 1);
INSERT INTO person VALUES (1, 'Camat Bathin Solapan');
INSERT INTO person VALUES (2, 'Kasi PMD');
INSERT INTO person VALUES (3, 'Kades Petani');
INSERT INTO person VALUES (4, 'Kades Air Kulim');
INSERT INTO person VALUES (5, 'Kades Buluh Manis');
INSERT INTO person VALUES (6, 'Kades Bumbung');
INSERT INTO person VALUES (7, 'Kades Pamesi');
INSERT INTO person VALUES (8, 'Kades Kesumbo Ampai');
INSERT INTO person VALUES (9, 'Kades Bathin Sobanga');
INSERT INTO person VALUES (10, 'Kades Sebangar');
INSERT INTO person VALUES (11, 'Kades Boncah Mahang');
INSERT INTO person VALUES (12, 'Kades Balai Makam');
INSERT INTO person VALUES (13, 'Kades Tambusai Batang Dui');
INSERT INTO person VALUES (14, 'Kades Simpang Padang');
INSERT INTO person VALUES (15, 'Kades Pematang Obo');
INSERT INTO person_ref VALUES ('simulator:camat', 1);
INSERT INTO person_ref VALUES ('simulator:kasi', 2);
INSERT INTO person_ref VALUES ('simulator:kades-2001', 3);
INSERT INTO person_ref VALUES ('simulator:kades-2002', 4);
INSERT INTO person_ref VALUES ('simulator:kades-2003', 5);
INSERT INTO person_ref VALUES ('simulator:kades-2004', 6);
INSERT INTO person_ref VALUES ('simulator:kades-2005', 7);
INSERT INTO person_ref VALUES ('simulator:kades-2006', 8);
INSERT INTO person_ref VALUES ('simulator:kades-2007', 9);
INSERT INTO person_ref VALUES ('simulator:kades-2008', 10);
INSERT INTO person_ref VALUES ('simulator:kades-2009', 11);
INSERT INTO person_ref VALUES ('simulator:kades-2010', 12);
INSERT INTO person_ref VALUES ('simulator:kades-2011', 13);
INSERT INTO person_ref VALUES ('simulator:kades-2012', 14);
INSERT INTO person_ref VALUES ('simulator:kades-2013', 15);
INSERT INTO role VALUES (1, 1, 'camat', '14.03.16', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (2, 2, 'kasi', '14.03.16', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (3, 3, 'kades', '14.03.16.2001', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (4, 4, 'kades', '14.03.16.2002', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (5, 5, 'kades', '14.03.16.2003', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (6, 6, 'kades', '14.03.16.2004', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (7, 7, 'kades', '14.03.16.2005', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (8, 8, 'kades', '14.03.16.2006', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (9, 9, 'kades', '14.03.16.2007', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (10, 10, 'kades', '14.03.16.2008', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (11, 11, 'kades', '14.03.16.2009', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (12, 12, 'kades', '14.03.16.2010', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (13, 13, 'kades', '14.03.16.2011', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (14, 14, 'kades', '14.03.16.2012', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO role VALUES (15, 15, 'kades', '14.03.16.2013', 'held', '2027-04-28T01:35:00.003Z', '2027-04-28T01:35:00.003Z');
INSERT INTO report VALUES (1, '14.03.16.2001', 'kantor', 'berdiri', 3, 'kades', '2027-04-28T01:52:00.007Z', '2027-04-28T01:52:00.012Z', 'simulator:grup:2', 'Waalaikumsalam Pak Camat, kantor sudah, sembako sudah, klinik belum', NULL);
INSERT INTO report VALUES (2, '14.03.16.2001', 'sembako', 'berdiri', 3, 'kades', '2027-04-28T01:52:00.007Z', '2027-04-28T01:52:00.012Z', 'simulator:grup:2', NULL, NULL);
INSERT INTO report VALUES (3, '14.03.16.2001', 'klinik', 'belum', 3, 'kades', '2027-04-28T01:52:00.007Z', '2027-04-28T01:52:00.012Z', 'simulator:grup:2', NULL, NULL);
INSERT INTO report VALUES (4, '14.03.16.2010', 'kantor', 'berdiri', 12, 'kades', '2027-04-28T02:05:00.001Z', '2027-04-28T02:05:00.012Z', 'simulator:grup:4', 'Kantor, sembako dan simpan pinjam sudah berdiri, gudang masih proses', NULL);
INSERT INTO report VALUES (5, '14.03.16.2010', 'sembako', 'berdiri', 12, 'kades', '2027-04-28T02:05:00.001Z', '2027-04-28T02:05:00.012Z', 'simulator:grup:4', NULL, NULL);
INSERT INTO report VALUES (6, '14.03.16.2010', 'simpan_pinjam', 'berdiri', 12, 'kades', '2027-04-28T02:05:00.001Z', '2027-04-28T02:05:00.012Z', 'simulator:grup:4', NULL, NULL);
INSERT INTO report VALUES (7, '14.03.16.2010', 'gudang', 'proses', 12, 'kades', '2027-04-28T02:05:00.001Z', '2027-04-28T02:05:00.012Z', 'simulator:grup:4', NULL, NULL);
INSERT INTO report VALUES (8, '14.03.16.2002', 'kantor', 'berdiri', 4, 'kades', '2027-04-28T02:21:00.007Z', '2027-04-28T02:21:00.011Z', 'simulator:grup:8', '1 3', NULL);
INSERT INTO report VALUES (9, '14.03.16.2002', 'simpan_pinjam', 'berdiri', 4, 'kades', '2027-04-28T02:21:00.007Z', '2027-04-28T02:21:00.011Z', 'simulator:grup:8', NULL, NULL);
INSERT INTO report VALUES (10, '14.03.16.2007', 'sembako', 'berdiri', 9, 'kades', '2027-04-28T03:02:00.004Z', '2027-04-28T03:02:00.006Z', 'simulator:grup:10', 'kios sembako sdh, apotek blm, klinik blm', NULL);
INSERT INTO report VALUES (11, '14.03.16.2007', 'apotek', 'belum', 9, 'kades', '2027-04-28T03:02:00.004Z', '2027-04-28T03:02:00.006Z', 'simulator:grup:10', NULL, NULL);
INSERT INTO report VALUES (12, '14.03.16.2007', 'klinik', 'belum', 9, 'kades', '2027-04-28T03:02:00.004Z', '2027-04-28T03:02:00.006Z', 'simulator:grup:10', NULL, NULL);
INSERT INTO report VALUES (13, '14.03.16.2004', 'kantor', 'berdiri', 6, 'kades', '2027-04-28T07:16:00.002Z', '2027-04-28T07:16:00.006Z', 'simulator:press:4ba02343-8a42-4822-8fd0-0e3fb23f6fd5', '/lapor 14.03.16.2004 1b', NULL);
INSERT INTO report VALUES (14, '14.03.16.2004', 'klinik', 'berdiri', 6, 'kades', '2027-04-28T07:16:00.026Z', '2027-04-28T07:16:00.030Z', 'simulator:press:1952e64a-5401-473d-94d4-a8dd7434ffd4', '/lapor 14.03.16.2004 4b', NULL);
INSERT INTO report VALUES (15, '14.03.16.2012', 'kantor', 'berdiri', 14, 'kades', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.007Z', 'simulator:grup:14', 'semua sudah kecuali klinik dan gudang', NULL);
INSERT INTO report VALUES (16, '14.03.16.2012', 'sembako', 'berdiri', 14, 'kades', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.007Z', 'simulator:grup:14', NULL, NULL);
INSERT INTO report VALUES (17, '14.03.16.2012', 'simpan_pinjam', 'berdiri', 14, 'kades', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.007Z', 'simulator:grup:14', NULL, NULL);
INSERT INTO report VALUES (18, '14.03.16.2012', 'apotek', 'berdiri', 14, 'kades', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.007Z', 'simulator:grup:14', NULL, NULL);
INSERT INTO report VALUES (19, '14.03.16.2012', 'logistik', 'berdiri', 14, 'kades', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.007Z', 'simulator:grup:14', NULL, NULL);
INSERT INTO report VALUES (20, '14.03.16.2012', 'klinik', 'belum', 14, 'kades', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.007Z', 'simulator:grup:14', NULL, NULL);
INSERT INTO report VALUES (21, '14.03.16.2012', 'gudang', 'belum', 14, 'kades', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.007Z', 'simulator:grup:14', NULL, NULL);
INSERT INTO report VALUES (22, '14.03.16.2003', 'kantor', 'berdiri', 5, 'kades', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.009Z', 'simulator:grup:16', 'kantor sudah
sembako sudah
simpan pinjam sudah
klinik belum
apotek belum', NULL);
INSERT INTO report VALUES (23, '14.03.16.2003', 'sembako', 'berdiri', 5, 'kades', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.009Z', 'simulator:grup:16', NULL, NULL);
INSERT INTO report VALUES (24, '14.03.16.2003', 'simpan_pinjam', 'berdiri', 5, 'kades', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.009Z', 'simulator:grup:16', NULL, NULL);
INSERT INTO report VALUES (25, '14.03.16.2003', 'klinik', 'belum', 5, 'kades', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.009Z', 'simulator:grup:16', NULL, NULL);
INSERT INTO report VALUES (26, '14.03.16.2003', 'apotek', 'belum', 5, 'kades', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.009Z', 'simulator:grup:16', NULL, NULL);
INSERT INTO report VALUES (27, '14.03.16.2008', 'simpan_pinjam', 'proses', 10, 'kades', '2027-04-29T09:40:00.003Z', '2027-04-29T09:40:00.005Z', 'simulator:grup:18', 'simpan pinjam masih proses, sembako sudah', NULL);
INSERT INTO report VALUES (28, '14.03.16.2008', 'sembako', 'berdiri', 10, 'kades', '2027-04-29T09:40:00.003Z', '2027-04-29T09:40:00.005Z', 'simulator:grup:18', NULL, NULL);
INSERT INTO report VALUES (29, '14.03.16.2009', 'apotek', 'berdiri', 11, 'kades', '2027-04-30T03:20:00.002Z', '2027-04-30T03:20:00.003Z', 'simulator:grup:22', 'Apotek sudah, klinik masih proses', NULL);
INSERT INTO report VALUES (30, '14.03.16.2009', 'klinik', 'proses', 11, 'kades', '2027-04-30T03:20:00.002Z', '2027-04-30T03:20:00.003Z', 'simulator:grup:22', NULL, NULL);
INSERT INTO report VALUES (31, '14.03.16.2011', 'kantor', 'berdiri', 13, 'kades', '2027-05-01T01:25:00.003Z', '2027-05-01T01:25:00.012Z', 'simulator:grup:25', 'kantor sudah', NULL);
INSERT INTO report VALUES (32, '14.03.16.2013', 'gudang', 'proses', 15, 'kades', '2027-05-01T02:10:00.006Z', '2027-05-01T02:10:00.010Z', 'simulator:grup:27', 'gudang proses, logistik belum', NULL);
INSERT INTO report VALUES (33, '14.03.16.2013', 'logistik', 'belum', 15, 'kades', '2027-05-01T02:10:00.006Z', '2027-05-01T02:10:00.010Z', 'simulator:grup:27', NULL, NULL);
INSERT INTO report VALUES (34, '14.03.16.2006', 'kantor', 'berdiri', 8, 'kades', '2027-05-03T04:20:00.000Z', '2027-05-03T04:20:00.002Z', 'simulator:grup:31', 'Kantor sudah berdiri, sembako sudah berdiri', NULL);
INSERT INTO report VALUES (35, '14.03.16.2006', 'sembako', 'berdiri', 8, 'kades', '2027-05-03T04:20:00.000Z', '2027-05-03T04:20:00.002Z', 'simulator:grup:31', NULL, NULL);
INSERT INTO report VALUES (36, '14.03.16.2006', 'sembako', 'proses', 8, 'kades', '2027-05-04T06:41:00.002Z', '2027-05-04T06:41:00.005Z', 'simulator:press:49a42a74-dd13-48a1-82e3-71f79de17642', '/lapor 14.03.16.2006 2bp', NULL);
INSERT INTO report VALUES (37, '14.03.16.2001', 'klinik', 'berdiri', 3, 'kades', '2027-05-06T01:15:00.011Z', '2027-05-06T01:15:00.013Z', 'simulator:grup:39', 'klinik sudah berdiri', '2027-05-06T01:17:00.013Z');
INSERT INTO report VALUES (38, '14.03.16.2001', 'klinik', 'proses', 3, 'kades', '2027-05-06T01:18:00.006Z', '2027-05-06T01:18:00.011Z', 'simulator:grup:43', 'klinik masih proses', NULL);
INSERT INTO report VALUES (39, '14.03.16.2012', 'klinik', 'berdiri', 14, 'kades', '2027-05-06T08:05:00.001Z', '2027-05-06T08:05:00.004Z', 'simulator:grup:45', 'klinik sudah, gudang sudah beroperasi', NULL);
INSERT INTO report VALUES (40, '14.03.16.2012', 'gudang', 'beroperasi', 14, 'kades', '2027-05-06T08:05:00.001Z', '2027-05-06T08:05:00.004Z', 'simulator:grup:45', NULL, NULL);
INSERT INTO report VALUES (41, '14.03.16.2010', 'gudang', 'beroperasi', 12, 'kades', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.008Z', 'simulator:grup:47', 'gudang sudah beroperasi, apotek sudah, klinik sudah, logistik sudah', NULL);
INSERT INTO report VALUES (42, '14.03.16.2010', 'apotek', 'berdiri', 12, 'kades', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.008Z', 'simulator:grup:47', NULL, NULL);
INSERT INTO report VALUES (43, '14.03.16.2010', 'klinik', 'berdiri', 12, 'kades', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.008Z', 'simulator:grup:47', NULL, NULL);
INSERT INTO report VALUES (44, '14.03.16.2010', 'logistik', 'berdiri', 12, 'kades', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.008Z', 'simulator:grup:47', NULL, NULL);
INSERT INTO report VALUES (45, '14.03.16.2002', 'apotek', 'berdiri', 4, 'kades', '2027-05-08T01:12:00.002Z', '2027-05-08T01:12:00.014Z', 'simulator:grup:50', 'apotek sudah, klinik sudah', NULL);
INSERT INTO report VALUES (46, '14.03.16.2002', 'klinik', 'berdiri', 4, 'kades', '2027-05-08T01:12:00.002Z', '2027-05-08T01:12:00.014Z', 'simulator:grup:50', NULL, NULL);
INSERT INTO report VALUES (47, '14.03.16.2007', 'simpan_pinjam', 'berdiri', 9, 'kades', '2027-05-08T01:31:00.027Z', '2027-05-08T01:31:00.033Z', 'simulator:grup:52', 'simpan pinjam sudah, logistik sudah', NULL);
INSERT INTO report VALUES (48, '14.03.16.2007', 'logistik', 'berdiri', 9, 'kades', '2027-05-08T01:31:00.027Z', '2027-05-08T01:31:00.033Z', 'simulator:grup:52', NULL, NULL);
INSERT INTO report VALUES (49, '14.03.16.2004', 'simpan_pinjam', 'berdiri', 6, 'kades', '2027-05-08T02:02:00.003Z', '2027-05-08T02:02:00.008Z', 'simulator:grup:54', 'simpan pinjam dan gudang sudah', NULL);
INSERT INTO report VALUES (50, '14.03.16.2004', 'gudang', 'berdiri', 6, 'kades', '2027-05-08T02:02:00.003Z', '2027-05-08T02:02:00.008Z', 'simulator:grup:54', NULL, NULL);
INSERT INTO report VALUES (51, '14.03.16.2013', 'simpan_pinjam', 'berdiri', 2, 'kasi', '2027-05-09T03:45:00.008Z', '2027-05-09T03:45:00.012Z', 'simulator:grup:56', 'Pematang Obo: simpan pinjam sudah', NULL);
INSERT INTO report VALUES (52, '14.03.16.2011', 'sembako', 'beroperasi', 13, 'kades', '2027-05-09T04:10:00.006Z', '2027-05-09T04:10:00.006Z', 'simulator:grup:58', 'sembako sudah beroperasi, klinik proses', NULL);
INSERT INTO report VALUES (53, '14.03.16.2011', 'klinik', 'proses', 13, 'kades', '2027-05-09T04:10:00.006Z', '2027-05-09T04:10:00.006Z', 'simulator:grup:58', NULL, NULL);
INSERT INTO report VALUES (54, '14.03.16.2003', 'apotek', 'berdiri', 5, 'kades', '2027-05-10T02:25:00.003Z', '2027-05-10T02:25:00.004Z', 'simulator:grup:61', 'apotek sudah, gudang masih proses', NULL);
INSERT INTO report VALUES (55, '14.03.16.2003', 'gudang', 'proses', 5, 'kades', '2027-05-10T02:25:00.003Z', '2027-05-10T02:25:00.004Z', 'simulator:grup:61', NULL, NULL);
INSERT INTO report VALUES (56, '14.03.16.2009', 'kantor', 'berdiri', 11, 'kades', '2027-05-10T06:50:00.007Z', '2027-05-10T06:50:00.009Z', 'simulator:grup:63', 'kantor sudah, simpan pinjam sudah', NULL);
INSERT INTO report VALUES (57, '14.03.16.2009', 'simpan_pinjam', 'berdiri', 11, 'kades', '2027-05-10T06:50:00.007Z', '2027-05-10T06:50:00.009Z', 'simulator:grup:63', NULL, NULL);
INSERT INTO report VALUES (58, '14.03.16.2001', 'simpan_pinjam', 'beroperasi', 3, 'kades', '2027-05-11T01:40:00.009Z', '2027-05-11T01:40:00.014Z', 'simulator:grup:65', 'simpan pinjam sudah beroperasi, gudang sudah', NULL);
INSERT INTO report VALUES (59, '14.03.16.2001', 'gudang', 'berdiri', 3, 'kades', '2027-05-11T01:40:00.009Z', '2027-05-11T01:40:00.014Z', 'simulator:grup:65', NULL, NULL);
INSERT INTO report VALUES (60, '14.03.16.2006', 'sembako', 'berdiri', 8, 'kades', '2027-05-11T02:05:00.009Z', '2027-05-11T02:05:00.015Z', 'simulator:grup:67', 'sembako sudah berdiri, kantor sudah buka', NULL);
INSERT INTO report VALUES (61, '14.03.16.2006', 'kantor', 'beroperasi', 8, 'kades', '2027-05-11T02:05:00.009Z', '2027-05-11T02:05:00.015Z', 'simulator:grup:67', NULL, NULL);
INSERT INTO unit_status VALUES ('14.03.16.2001', 'gudang', 'berdiri', '2027-05-11T01:40:00.009Z', '2027-05-11T01:40:00.009Z', 59);
INSERT INTO unit_status VALUES ('14.03.16.2001', 'kantor', 'berdiri', '2027-04-28T01:52:00.007Z', '2027-04-28T01:52:00.007Z', 1);
INSERT INTO unit_status VALUES ('14.03.16.2001', 'klinik', 'proses', '2027-05-06T01:18:00.006Z', '2027-05-06T01:18:00.006Z', 38);
INSERT INTO unit_status VALUES ('14.03.16.2001', 'sembako', 'berdiri', '2027-04-28T01:52:00.007Z', '2027-04-28T01:52:00.007Z', 2);
INSERT INTO unit_status VALUES ('14.03.16.2001', 'simpan_pinjam', 'beroperasi', '2027-05-11T01:40:00.009Z', '2027-05-11T01:40:00.009Z', 58);
INSERT INTO unit_status VALUES ('14.03.16.2002', 'apotek', 'berdiri', '2027-05-08T01:12:00.002Z', '2027-05-08T01:12:00.002Z', 45);
INSERT INTO unit_status VALUES ('14.03.16.2002', 'kantor', 'berdiri', '2027-04-28T02:21:00.007Z', '2027-04-28T02:21:00.007Z', 8);
INSERT INTO unit_status VALUES ('14.03.16.2002', 'klinik', 'berdiri', '2027-05-08T01:12:00.002Z', '2027-05-08T01:12:00.002Z', 46);
INSERT INTO unit_status VALUES ('14.03.16.2002', 'simpan_pinjam', 'berdiri', '2027-04-28T02:21:00.007Z', '2027-04-28T02:21:00.007Z', 9);
INSERT INTO unit_status VALUES ('14.03.16.2003', 'apotek', 'berdiri', '2027-05-10T02:25:00.003Z', '2027-05-10T02:25:00.003Z', 54);
INSERT INTO unit_status VALUES ('14.03.16.2003', 'gudang', 'proses', '2027-05-10T02:25:00.003Z', '2027-05-10T02:25:00.003Z', 55);
INSERT INTO unit_status VALUES ('14.03.16.2003', 'kantor', 'berdiri', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.001Z', 22);
INSERT INTO unit_status VALUES ('14.03.16.2003', 'klinik', 'belum', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.001Z', 25);
INSERT INTO unit_status VALUES ('14.03.16.2003', 'sembako', 'berdiri', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.001Z', 23);
INSERT INTO unit_status VALUES ('14.03.16.2003', 'simpan_pinjam', 'berdiri', '2027-04-29T02:10:00.001Z', '2027-04-29T02:10:00.001Z', 24);
INSERT INTO unit_status VALUES ('14.03.16.2004', 'gudang', 'berdiri', '2027-05-08T02:02:00.003Z', '2027-05-08T02:02:00.003Z', 50);
INSERT INTO unit_status VALUES ('14.03.16.2004', 'kantor', 'berdiri', '2027-04-28T07:16:00.002Z', '2027-04-28T07:16:00.002Z', 13);
INSERT INTO unit_status VALUES ('14.03.16.2004', 'klinik', 'berdiri', '2027-04-28T07:16:00.026Z', '2027-04-28T07:16:00.026Z', 14);
INSERT INTO unit_status VALUES ('14.03.16.2004', 'simpan_pinjam', 'berdiri', '2027-05-08T02:02:00.003Z', '2027-05-08T02:02:00.003Z', 49);
INSERT INTO unit_status VALUES ('14.03.16.2006', 'kantor', 'beroperasi', '2027-05-11T02:05:00.009Z', '2027-05-11T02:05:00.009Z', 61);
INSERT INTO unit_status VALUES ('14.03.16.2006', 'sembako', 'berdiri', '2027-05-11T02:05:00.009Z', '2027-05-11T02:05:00.009Z', 60);
INSERT INTO unit_status VALUES ('14.03.16.2007', 'apotek', 'belum', '2027-04-28T03:02:00.004Z', '2027-04-28T03:02:00.004Z', 11);
INSERT INTO unit_status VALUES ('14.03.16.2007', 'klinik', 'belum', '2027-04-28T03:02:00.004Z', '2027-04-28T03:02:00.004Z', 12);
INSERT INTO unit_status VALUES ('14.03.16.2007', 'logistik', 'berdiri', '2027-05-08T01:31:00.027Z', '2027-05-08T01:31:00.027Z', 48);
INSERT INTO unit_status VALUES ('14.03.16.2007', 'sembako', 'berdiri', '2027-04-28T03:02:00.004Z', '2027-04-28T03:02:00.004Z', 10);
INSERT INTO unit_status VALUES ('14.03.16.2007', 'simpan_pinjam', 'berdiri', '2027-05-08T01:31:00.027Z', '2027-05-08T01:31:00.027Z', 47);
INSERT INTO unit_status VALUES ('14.03.16.2008', 'sembako', 'berdiri', '2027-04-29T09:40:00.003Z', '2027-04-29T09:40:00.003Z', 28);
INSERT INTO unit_status VALUES ('14.03.16.2008', 'simpan_pinjam', 'proses', '2027-04-29T09:40:00.003Z', '2027-04-29T09:40:00.003Z', 27);
INSERT INTO unit_status VALUES ('14.03.16.2009', 'apotek', 'berdiri', '2027-04-30T03:20:00.002Z', '2027-04-30T03:20:00.002Z', 29);
INSERT INTO unit_status VALUES ('14.03.16.2009', 'kantor', 'berdiri', '2027-05-10T06:50:00.007Z', '2027-05-10T06:50:00.007Z', 56);
INSERT INTO unit_status VALUES ('14.03.16.2009', 'klinik', 'proses', '2027-04-30T03:20:00.002Z', '2027-04-30T03:20:00.002Z', 30);
INSERT INTO unit_status VALUES ('14.03.16.2009', 'simpan_pinjam', 'berdiri', '2027-05-10T06:50:00.007Z', '2027-05-10T06:50:00.007Z', 57);
INSERT INTO unit_status VALUES ('14.03.16.2010', 'apotek', 'berdiri', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.007Z', 42);
INSERT INTO unit_status VALUES ('14.03.16.2010', 'gudang', 'beroperasi', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.007Z', 41);
INSERT INTO unit_status VALUES ('14.03.16.2010', 'kantor', 'berdiri', '2027-04-28T02:05:00.001Z', '2027-04-28T02:05:00.001Z', 4);
INSERT INTO unit_status VALUES ('14.03.16.2010', 'klinik', 'berdiri', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.007Z', 43);
INSERT INTO unit_status VALUES ('14.03.16.2010', 'logistik', 'berdiri', '2027-05-07T02:30:00.007Z', '2027-05-07T02:30:00.007Z', 44);
INSERT INTO unit_status VALUES ('14.03.16.2010', 'sembako', 'berdiri', '2027-04-28T02:05:00.001Z', '2027-04-28T02:05:00.001Z', 5);
INSERT INTO unit_status VALUES ('14.03.16.2010', 'simpan_pinjam', 'berdiri', '2027-04-28T02:05:00.001Z', '2027-04-28T02:05:00.001Z', 6);
INSERT INTO unit_status VALUES ('14.03.16.2011', 'kantor', 'berdiri', '2027-05-01T01:25:00.003Z', '2027-05-01T01:25:00.003Z', 31);
INSERT INTO unit_status VALUES ('14.03.16.2011', 'klinik', 'proses', '2027-05-09T04:10:00.006Z', '2027-05-09T04:10:00.006Z', 53);
INSERT INTO unit_status VALUES ('14.03.16.2011', 'sembako', 'beroperasi', '2027-05-09T04:10:00.006Z', '2027-05-09T04:10:00.006Z', 52);
INSERT INTO unit_status VALUES ('14.03.16.2012', 'apotek', 'berdiri', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.006Z', 18);
INSERT INTO unit_status VALUES ('14.03.16.2012', 'gudang', 'beroperasi', '2027-05-06T08:05:00.001Z', '2027-05-06T08:05:00.001Z', 40);
INSERT INTO unit_status VALUES ('14.03.16.2012', 'kantor', 'berdiri', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.006Z', 15);
INSERT INTO unit_status VALUES ('14.03.16.2012', 'klinik', 'berdiri', '2027-05-06T08:05:00.001Z', '2027-05-06T08:05:00.001Z', 39);
INSERT INTO unit_status VALUES ('14.03.16.2012', 'logistik', 'berdiri', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.006Z', 19);
INSERT INTO unit_status VALUES ('14.03.16.2012', 'sembako', 'berdiri', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.006Z', 16);
INSERT INTO unit_status VALUES ('14.03.16.2012', 'simpan_pinjam', 'berdiri', '2027-04-29T01:30:00.006Z', '2027-04-29T01:30:00.006Z', 17);
INSERT INTO unit_status VALUES ('14.03.16.2013', 'gudang', 'proses', '2027-05-01T02:10:00.006Z', '2027-05-01T02:10:00.006Z', 32);
INSERT INTO unit_status VALUES ('14.03.16.2013', 'logistik', 'belum', '2027-05-01T02:10:00.006Z', '2027-05-01T02:10:00.006Z', 33);
INSERT INTO unit_status VALUES ('14.03.16.2013', 'simpan_pinjam', 'berdiri', '2027-05-09T03:45:00.008Z', '2027-05-09T03:45:00.008Z', 51);
INSERT INTO inbox VALUES ('simulator:grup:2', '2027-04-28T01:52:00.012Z');
INSERT INTO inbox VALUES ('simulator:grup:4', '2027-04-28T02:05:00.012Z');
INSERT INTO inbox VALUES ('simulator:grup:6', '2027-04-28T02:20:00.014Z');
INSERT INTO inbox VALUES ('simulator:grup:8', '2027-04-28T02:21:00.011Z');
INSERT INTO inbox VALUES ('simulator:grup:10', '2027-04-28T03:02:00.006Z');
INSERT INTO inbox VALUES ('simulator:grup:12', '2027-04-28T07:15:00.009Z');
INSERT INTO inbox VALUES ('simulator:press:4ba02343-8a42-4822-8fd0-0e3fb23f6fd5', '2027-04-28T07:16:00.006Z');
INSERT INTO inbox VALUES ('simulator:press:1952e64a-5401-473d-94d4-a8dd7434ffd4', '2027-04-28T07:16:00.030Z');
INSERT INTO inbox VALUES ('simulator:grup:14', '2027-04-29T01:30:00.007Z');
INSERT INTO inbox VALUES ('simulator:grup:16', '2027-04-29T02:10:00.009Z');
INSERT INTO inbox VALUES ('simulator:grup:18', '2027-04-29T09:40:00.005Z');
INSERT INTO inbox VALUES ('simulator:grup:20', '2027-04-30T03:05:00.007Z');
INSERT INTO inbox VALUES ('simulator:grup:22', '2027-04-30T03:20:00.003Z');
INSERT INTO inbox VALUES ('simulator:grup:25', '2027-05-01T01:25:00.012Z');
INSERT INTO inbox VALUES ('simulator:grup:27', '2027-05-01T02:10:00.010Z');
INSERT INTO inbox VALUES ('simulator:grup:31', '2027-05-03T04:20:00.002Z');
INSERT INTO inbox VALUES ('simulator:grup:33', '2027-05-04T06:40:00.012Z');
INSERT INTO inbox VALUES ('simulator:press:49a42a74-dd13-48a1-82e3-71f79de17642', '2027-05-04T06:41:00.005Z');
INSERT INTO inbox VALUES ('simulator:grup:35', '2027-05-05T03:30:00.009Z');
INSERT INTO inbox VALUES ('simulator:grup:37', '2027-05-05T03:34:00.005Z');
INSERT INTO inbox VALUES ('simulator:grup:39', '2027-05-06T01:15:00.013Z');
INSERT INTO inbox VALUES ('simulator:grup:41', '2027-05-06T01:17:00.013Z');
INSERT INTO inbox VALUES ('simulator:grup:43', '2027-05-06T01:18:00.011Z');
INSERT INTO inbox VALUES ('simulator:grup:45', '2027-05-06T08:05:00.004Z');
INSERT INTO inbox VALUES ('simulator:grup:47', '2027-05-07T02:30:00.008Z');
INSERT INTO inbox VALUES ('simulator:grup:50', '2027-05-08T01:12:00.014Z');
INSERT INTO inbox VALUES ('simulator:grup:52', '2027-05-08T01:31:00.033Z');
INSERT INTO inbox VALUES ('simulator:grup:54', '2027-05-08T02:02:00.008Z');
INSERT INTO inbox VALUES ('simulator:grup:56', '2027-05-09T03:45:00.012Z');
INSERT INTO inbox VALUES ('simulator:grup:58', '2027-05-09T04:10:00.006Z');
INSERT INTO inbox VALUES ('simulator:grup:61', '2027-05-10T02:25:00.004Z');
INSERT INTO inbox VALUES ('simulator:grup:63', '2027-05-10T06:50:00.009Z');
INSERT INTO inbox VALUES ('simulator:grup:65', '2027-05-11T01:40:00.014Z');
INSERT INTO inbox VALUES ('simulator:grup:67', '2027-05-11T02:05:00.015Z');
INSERT INTO inbox VALUES ('simulator:grup:69', '2027-05-11T02:30:00.009Z');
INSERT INTO slot VALUES ('simulator:grup 2027-05-15 monday 2027-05-03', '2027-05-03T01:00:00.002Z', 'sent');
INSERT INTO slot VALUES ('simulator:grup 2027-05-15 monday 2027-05-10', '2027-05-10T01:00:00.001Z', 'sent');
INSERT INTO slot VALUES ('simulator:grup 2027-05-15 reminder 2027-05-01', '2027-05-01T01:00:00.017Z', 'sent');
INSERT INTO slot VALUES ('simulator:grup 2027-05-15 reminder 2027-05-08', '2027-05-08T01:00:00.002Z', 'sent');
INSERT INTO outbox VALUES (1, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Petani</b> (2/7):\n✅ kantor koperasi dan kios sembako: berdiri\n❌ klinik: belum\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2001"}', NULL, 'simulator:kades-2001', 'simulator:grup:2', 'simulator:grup:2', NULL, 'sent', 1, 0, 'simulator:grup:3', '2027-04-28T01:52:00.012Z');
INSERT INTO outbox VALUES (2, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Balai Makam</b> (3/7):\n✅ kantor koperasi, kios sembako dan simpan pinjam: berdiri\n⏳ gudang: proses\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2010"}', NULL, 'simulator:kades-2010', 'simulator:grup:4', 'simulator:grup:4', NULL, 'sent', 1, 0, 'simulator:grup:5', '2027-04-28T02:05:00.012Z');
INSERT INTO outbox VALUES (3, 'simulator:grup', NULL, 0, '{"text":"<b>Desa Air Kulim</b> · 0 dari 7 berdiri\n1. ▫️ kantor koperasi: belum lapor\n2. ▫️ kios sembako: belum lapor\n3. ▫️ simpan pinjam: belum lapor\n4. ▫️ klinik: belum lapor\n5. ▫️ apotek: belum lapor\n6. ▫️ gudang: belum lapor\n7. ▫️ logistik: belum lapor\nBalas pesan ini dengan nomor yang sudah berdiri, misalnya 1 3 5, atau pilih di bawah ini.","choices":[{"label":"1 Kantor ✓","command":"/lapor 14.03.16.2002 1b"},{"label":"2 Sembako ✓","command":"/lapor 14.03.16.2002 2b"},{"label":"3 Simpan Pinjam ✓","command":"/lapor 14.03.16.2002 3b"},{"label":"4 Klinik ✓","command":"/lapor 14.03.16.2002 4b"},{"label":"5 Apotek ✓","command":"/lapor 14.03.16.2002 5b"},{"label":"6 Gudang ✓","command":"/lapor 14.03.16.2002 6b"},{"label":"7 Logistik ✓","command":"/lapor 14.03.16.2002 7b"},{"label":"Belum …","command":"/lapor 14.03.16.2002 x"},{"label":"Proses …","command":"/lapor 14.03.16.2002 p"},{"label":"Buka …","command":"/lapor 14.03.16.2002 o"}]}', '{"about":"14.03.16.2002","checklist":true}', NULL, 'simulator:kades-2002', 'simulator:grup:6', 'simulator:grup:6', NULL, 'sent', 1, 0, 'simulator:grup:7', '2027-04-28T02:20:00.014Z');
INSERT INTO outbox VALUES (4, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Air Kulim</b> (2/7):\n✅ kantor koperasi dan simpan pinjam: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2002"}', NULL, 'simulator:kades-2002', 'simulator:grup:8', 'simulator:grup:8', NULL, 'sent', 1, 0, 'simulator:grup:9', '2027-04-28T02:21:00.011Z');
INSERT INTO outbox VALUES (5, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Bathin Sobanga</b> (1/7):\n✅ kios sembako: berdiri\n❌ apotek dan klinik: belum\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2007"}', NULL, 'simulator:kades-2007', 'simulator:grup:10', 'simulator:grup:10', NULL, 'sent', 1, 0, 'simulator:grup:11', '2027-04-28T03:02:00.006Z');
INSERT INTO outbox VALUES (6, 'simulator:grup', NULL, 0, '{"text":"<b>Desa Bumbung</b> · 0 dari 7 berdiri\n1. ▫️ kantor koperasi: belum lapor\n2. ▫️ kios sembako: belum lapor\n3. ▫️ simpan pinjam: belum lapor\n4. ▫️ klinik: belum lapor\n5. ▫️ apotek: belum lapor\n6. ▫️ gudang: belum lapor\n7. ▫️ logistik: belum lapor\nBalas pesan ini dengan nomor yang sudah berdiri, misalnya 1 3 5, atau pilih di bawah ini.","choices":[{"label":"1 Kantor ✓","command":"/lapor 14.03.16.2004 1b"},{"label":"2 Sembako ✓","command":"/lapor 14.03.16.2004 2b"},{"label":"3 Simpan Pinjam ✓","command":"/lapor 14.03.16.2004 3b"},{"label":"4 Klinik ✓","command":"/lapor 14.03.16.2004 4b"},{"label":"5 Apotek ✓","command":"/lapor 14.03.16.2004 5b"},{"label":"6 Gudang ✓","command":"/lapor 14.03.16.2004 6b"},{"label":"7 Logistik ✓","command":"/lapor 14.03.16.2004 7b"},{"label":"Belum …","command":"/lapor 14.03.16.2004 x"},{"label":"Proses …","command":"/lapor 14.03.16.2004 p"},{"label":"Buka …","command":"/lapor 14.03.16.2004 o"}]}', '{"about":"14.03.16.2004","checklist":true}', NULL, 'simulator:kades-2004', 'simulator:grup:12', 'simulator:grup:12', NULL, 'sent', 1, 0, 'simulator:grup:13', '2027-04-28T07:15:00.009Z');
INSERT INTO outbox VALUES (7, 'simulator:grup', NULL, 0, '{"text":"<b>Desa Bumbung</b> · 1 dari 7 berdiri\n1. ✅ kantor koperasi: berdiri\n2. ▫️ kios sembako: belum lapor\n3. ▫️ simpan pinjam: belum lapor\n4. ▫️ klinik: belum lapor\n5. ▫️ apotek: belum lapor\n6. ▫️ gudang: belum lapor\n7. ▫️ logistik: belum lapor\nBalas pesan ini dengan nomor yang sudah berdiri, misalnya 1 3 5, atau pilih di bawah ini.","choices":[{"label":"2 Sembako ✓","command":"/lapor 14.03.16.2004 2b"},{"label":"3 Simpan Pinjam ✓","command":"/lapor 14.03.16.2004 3b"},{"label":"4 Klinik ✓","command":"/lapor 14.03.16.2004 4b"},{"label":"5 Apotek ✓","command":"/lapor 14.03.16.2004 5b"},{"label":"6 Gudang ✓","command":"/lapor 14.03.16.2004 6b"},{"label":"7 Logistik ✓","command":"/lapor 14.03.16.2004 7b"},{"label":"Belum …","command":"/lapor 14.03.16.2004 x"},{"label":"Proses …","command":"/lapor 14.03.16.2004 p"},{"label":"Buka …","command":"/lapor 14.03.16.2004 o"}]}', '{"about":"14.03.16.2004","checklist":true}', NULL, 'simulator:kades-2004', 'simulator:press:4ba02343-8a42-4822-8fd0-0e3fb23f6fd5', NULL, 'simulator:grup:13', 'sent', 1, 0, 'simulator:grup:13', '2027-04-28T07:16:00.006Z');
INSERT INTO outbox VALUES (8, 'simulator:grup', NULL, 0, '{"text":"<b>Desa Bumbung</b> · 2 dari 7 berdiri\n1. ✅ kantor koperasi: berdiri\n2. ▫️ kios sembako: belum lapor\n3. ▫️ simpan pinjam: belum lapor\n4. ✅ klinik: berdiri\n5. ▫️ apotek: belum lapor\n6. ▫️ gudang: belum lapor\n7. ▫️ logistik: belum lapor\nBalas pesan ini dengan nomor yang sudah berdiri, misalnya 1 3 5, atau pilih di bawah ini.","choices":[{"label":"2 Sembako ✓","command":"/lapor 14.03.16.2004 2b"},{"label":"3 Simpan Pinjam ✓","command":"/lapor 14.03.16.2004 3b"},{"label":"5 Apotek ✓","command":"/lapor 14.03.16.2004 5b"},{"label":"6 Gudang ✓","command":"/lapor 14.03.16.2004 6b"},{"label":"7 Logistik ✓","command":"/lapor 14.03.16.2004 7b"},{"label":"Belum …","command":"/lapor 14.03.16.2004 x"},{"label":"Proses …","command":"/lapor 14.03.16.2004 p"},{"label":"Buka …","command":"/lapor 14.03.16.2004 o"}]}', '{"about":"14.03.16.2004","checklist":true}', NULL, 'simulator:kades-2004', 'simulator:press:1952e64a-5401-473d-94d4-a8dd7434ffd4', NULL, 'simulator:grup:13', 'sent', 1, 0, 'simulator:grup:13', '2027-04-28T07:16:00.030Z');
INSERT INTO outbox VALUES (9, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Simpang Padang</b> (5/7):\n✅ kantor koperasi, kios sembako, simpan pinjam, apotek dan logistik: berdiri\n❌ klinik dan gudang: belum\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2012"}', NULL, 'simulator:kades-2012', 'simulator:grup:14', 'simulator:grup:14', NULL, 'sent', 1, 0, 'simulator:grup:15', '2027-04-29T01:30:00.007Z');
INSERT INTO outbox VALUES (10, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Buluh Manis</b> (3/7):\n✅ kantor koperasi, kios sembako dan simpan pinjam: berdiri\n❌ klinik dan apotek: belum\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2003"}', NULL, 'simulator:kades-2003', 'simulator:grup:16', 'simulator:grup:16', NULL, 'sent', 1, 0, 'simulator:grup:17', '2027-04-29T02:10:00.009Z');
INSERT INTO outbox VALUES (11, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Sebangar</b> (1/7):\n✅ kios sembako: berdiri\n⏳ simpan pinjam: proses\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2008"}', NULL, 'simulator:kades-2008', 'simulator:grup:18', 'simulator:grup:18', NULL, 'sent', 1, 0, 'simulator:grup:19', '2027-04-29T09:40:00.005Z');
INSERT INTO outbox VALUES (12, 'simulator:grup', NULL, 0, '{"text":"Mohon maaf, laporan untuk <b>Desa Boncah Mahang</b> hanya dapat dikirim oleh perangkatnya, camat atau Kasi PMD. Belum ada yang dicatat."}', '{}', NULL, 'simulator:kades-2008', 'simulator:grup:20', 'simulator:grup:20', NULL, 'sent', 1, 0, 'simulator:grup:21', '2027-04-30T03:05:00.007Z');
INSERT INTO outbox VALUES (13, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Boncah Mahang</b> (1/7):\n✅ apotek: berdiri\n⏳ klinik: proses\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2009"}', NULL, 'simulator:kades-2009', 'simulator:grup:22', 'simulator:grup:22', NULL, 'sent', 1, 0, 'simulator:grup:23', '2027-04-30T03:20:00.003Z');
INSERT INTO outbox VALUES (14, 'simulator:grup', NULL, 1, '{"text":"Bapak/Ibu, 14 hari lagi sebelum 15 Mei. Yang masih perlu dilengkapi:\n<b>Desa Petani</b> <mention ref=\"simulator:kades-2001\">Kades Petani</mention>: simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Air Kulim</b> <mention ref=\"simulator:kades-2002\">Kades Air Kulim</mention>: kios sembako, klinik, apotek, gudang dan logistik\n<b>Desa Buluh Manis</b> <mention ref=\"simulator:kades-2003\">Kades Buluh Manis</mention>: klinik, apotek, gudang dan logistik\n<b>Desa Bumbung</b> <mention ref=\"simulator:kades-2004\">Kades Bumbung</mention>: kios sembako, simpan pinjam, apotek, gudang dan logistik\n<b>Desa Pamesi</b> <mention ref=\"simulator:kades-2005\">Kades Pamesi</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Kesumbo Ampai</b> <mention ref=\"simulator:kades-2006\">Kades Kesumbo Ampai</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Bathin Sobanga</b> <mention ref=\"simulator:kades-2007\">Kades Bathin Sobanga</mention>: kantor koperasi, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Sebangar</b> <mention ref=\"simulator:kades-2008\">Kades Sebangar</mention>: kantor koperasi, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Boncah Mahang</b> <mention ref=\"simulator:kades-2009\">Kades Boncah Mahang</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, gudang dan logistik\n<b>Desa Balai Makam</b> <mention ref=\"simulator:kades-2010\">Kades Balai Makam</mention>: klinik, apotek, gudang dan logistik\n<b>Desa Tambusai Batang Dui</b> <mention ref=\"simulator:kades-2011\">Kades Tambusai Batang Dui</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Simpang Padang</b> <mention ref=\"simulator:kades-2012\">Kades Simpang Padang</mention>: klinik dan gudang\n<b>Desa Pematang Obo</b> <mention ref=\"simulator:kades-2013\">Kades Pematang Obo</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\nBila sudah ada yang berdiri, balas pesan ini, misalnya: klinik sudah."}', '{"listed":{"14.03.16.2001":["simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2002":["sembako","klinik","apotek","gudang","logistik"],"14.03.16.2003":["klinik","apotek","gudang","logistik"],"14.03.16.2004":["sembako","simpan_pinjam","apotek","gudang","logistik"],"14.03.16.2005":["kantor","sembako","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2006":["kantor","sembako","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2007":["kantor","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2008":["kantor","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2009":["kantor","sembako","simpan_pinjam","klinik","gudang","logistik"],"14.03.16.2010":["klinik","apotek","gudang","logistik"],"14.03.16.2011":["kantor","sembako","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2012":["klinik","gudang"],"14.03.16.2013":["kantor","sembako","simpan_pinjam","klinik","apotek","gudang","logistik"]}}', NULL, NULL, NULL, NULL, NULL, 'sent', 1, 0, 'simulator:grup:24', '2027-05-01T01:00:00.017Z');
INSERT INTO outbox VALUES (15, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Tambusai Batang Dui</b> (1/7):\n✅ kantor koperasi: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2011"}', NULL, 'simulator:kades-2011', 'simulator:grup:25', 'simulator:grup:25', NULL, 'sent', 1, 0, 'simulator:grup:26', '2027-05-01T01:25:00.012Z');
INSERT INTO outbox VALUES (16, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Pematang Obo</b> (0/7):\n⏳ gudang: proses\n❌ logistik: belum\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2013"}', NULL, 'simulator:kades-2013', 'simulator:grup:27', 'simulator:grup:27', NULL, 'sent', 1, 0, 'simulator:grup:28', '2027-05-01T02:10:00.010Z');
INSERT INTO outbox VALUES (17, 'simulator:grup', NULL, 1, '{"text":"<b>Rekap Senin</b>\n<b>Rekap KDMP Kecamatan Bathin Solapan</b>\nKeadaan 3 Mei 08.00 WIB\nSebelum 15 Mei: 12 hari lagi\n<b>21/91</b> unit berdiri, belum ada perubahan hari ini\n \nPematang Obo 0/7\nBathin Sobanga 1/7\nSebangar 1/7\nBoncah Mahang 1/7\nTambusai Batang Dui 1/7\nPetani 2/7\nAir Kulim 2/7\nBumbung 2/7\nBuluh Manis 3/7\nBalai Makam 3/7\nSimpang Padang 5/7\nBelum lapor: Pamesi, Kesumbo Ampai\n \nPer unit, dari 13 desa/kelurahan:\nKantor 7 · Sembako 6 · Simpan Pinjam 4 · Klinik 1 · Apotek 2 · Gudang 0 · Logistik 1","file":{"as":"png","recap":{"district":{"code":"14.03.16","name":"Bathin Solapan","regency":"Kabupaten Bengkalis","province":"Riau"},"asOf":"2027-05-03T01:00:00.000Z","timeZone":"Asia/Jakarta","deadline":"2027-05-15","daysLeft":12,"villages":[{"code":"14.03.16.2001","name":"Petani","kind":"desa","units":{"kantor":"berdiri","klinik":"belum","sembako":"berdiri"}},{"code":"14.03.16.2002","name":"Air Kulim","kind":"desa","units":{"kantor":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2003","name":"Buluh Manis","kind":"desa","units":{"apotek":"belum","kantor":"berdiri","klinik":"belum","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2004","name":"Bumbung","kind":"desa","units":{"kantor":"berdiri","klinik":"berdiri"}},{"code":"14.03.16.2005","name":"Pamesi","kind":"desa","units":{}},{"code":"14.03.16.2006","name":"Kesumbo Ampai","kind":"desa","units":{}},{"code":"14.03.16.2007","name":"Bathin Sobanga","kind":"desa","units":{"apotek":"belum","klinik":"belum","sembako":"berdiri"}},{"code":"14.03.16.2008","name":"Sebangar","kind":"desa","units":{"sembako":"berdiri","simpan_pinjam":"proses"}},{"code":"14.03.16.2009","name":"Boncah Mahang","kind":"desa","units":{"apotek":"berdiri","klinik":"proses"}},{"code":"14.03.16.2010","name":"Balai Makam","kind":"desa","units":{"gudang":"proses","kantor":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2011","name":"Tambusai Batang Dui","kind":"desa","units":{"kantor":"berdiri"}},{"code":"14.03.16.2012","name":"Simpang Padang","kind":"desa","units":{"apotek":"berdiri","gudang":"belum","kantor":"berdiri","klinik":"belum","logistik":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2013","name":"Pematang Obo","kind":"desa","units":{"gudang":"proses","logistik":"belum"}}]}}}', '{}', NULL, NULL, NULL, NULL, NULL, 'sent', 1, 0, 'simulator:grup:30', '2027-05-03T01:00:00.002Z');
INSERT INTO outbox VALUES (18, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Kesumbo Ampai</b> (2/7):\n✅ kantor koperasi dan kios sembako: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2006"}', NULL, 'simulator:kades-2006', 'simulator:grup:31', 'simulator:grup:31', NULL, 'sent', 1, 0, 'simulator:grup:32', '2027-05-03T04:20:00.002Z');
INSERT INTO outbox VALUES (19, 'simulator:grup', NULL, 0, '{"text":"<b>Desa Kesumbo Ampai</b>: sebelumnya sudah dilaporkan lebih tinggi. Benar diturunkan?\nkios sembako: berdiri → proses","choices":[{"label":"Ya, turunkan","command":"/lapor 14.03.16.2006 2bp"},{"label":"Tidak","command":"/lapor 14.03.16.2006 tetap"}]}', '{"about":"14.03.16.2006"}', NULL, 'simulator:kades-2006', 'simulator:grup:33', 'simulator:grup:33', NULL, 'sent', 1, 0, 'simulator:grup:34', '2027-05-04T06:40:00.012Z');
INSERT INTO outbox VALUES (20, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Kesumbo Ampai</b> (1/7):\n⏳ kios sembako: proses\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2006"}', NULL, 'simulator:kades-2006', 'simulator:press:49a42a74-dd13-48a1-82e3-71f79de17642', NULL, 'simulator:grup:34', 'sent', 1, 0, 'simulator:grup:34', '2027-05-04T06:41:00.005Z');
INSERT INTO outbox VALUES (21, 'simulator:grup', NULL, 0, '{"text":"<b>Rekap KDMP Kecamatan Bathin Solapan</b>\nKeadaan 5 Mei 10.30 WIB\nSebelum 15 Mei: 10 hari lagi\n<b>22/91</b> unit berdiri, belum ada perubahan hari ini\n \nPematang Obo 0/7\nKesumbo Ampai 1/7\nBathin Sobanga 1/7\nSebangar 1/7\nBoncah Mahang 1/7\nTambusai Batang Dui 1/7\nPetani 2/7\nAir Kulim 2/7\nBumbung 2/7\nBuluh Manis 3/7\nBalai Makam 3/7\nSimpang Padang 5/7\nBelum lapor: Pamesi\n \nPer unit, dari 13 desa/kelurahan:\nKantor 8 · Sembako 6 · Simpan Pinjam 4 · Klinik 1 · Apotek 2 · Gudang 0 · Logistik 1"}', '{}', NULL, 'simulator:camat', 'simulator:grup:35', 'simulator:grup:35', NULL, 'sent', 1, 0, 'simulator:grup:36', '2027-05-05T03:30:00.009Z');
INSERT INTO outbox VALUES (22, 'simulator:grup', NULL, 0, '{"text":"<b>Yang belum berdiri di Kecamatan Bathin Solapan</b>\nPetani: simpan pinjam, klinik, apotek, gudang dan logistik\nAir Kulim: kios sembako, klinik, apotek, gudang dan logistik\nBuluh Manis: klinik, apotek, gudang dan logistik\nBumbung: kios sembako, simpan pinjam, apotek, gudang dan logistik\nKesumbo Ampai: kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\nBathin Sobanga: kantor koperasi, simpan pinjam, klinik, apotek, gudang dan logistik\nSebangar: kantor koperasi, simpan pinjam, klinik, apotek, gudang dan logistik\nBoncah Mahang: kantor koperasi, kios sembako, simpan pinjam, klinik, gudang dan logistik\nBalai Makam: klinik, apotek, gudang dan logistik\nTambusai Batang Dui: kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\nSimpang Padang: klinik dan gudang\nPematang Obo: ketujuh unit\nBelum lapor: Pamesi"}', '{}', NULL, 'simulator:camat', 'simulator:grup:37', 'simulator:grup:37', NULL, 'sent', 1, 0, 'simulator:grup:38', '2027-05-05T03:34:00.005Z');
INSERT INTO outbox VALUES (23, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Petani</b> (3/7):\n✅ klinik: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2001"}', NULL, 'simulator:kades-2001', 'simulator:grup:39', 'simulator:grup:39', NULL, 'sent', 1, 0, 'simulator:grup:40', '2027-05-06T01:15:00.013Z');
INSERT INTO outbox VALUES (24, 'simulator:grup', NULL, 0, '{"text":"Laporan untuk <b>Desa Petani</b> dibatalkan:\nKlinik: kembali belum"}', '{}', NULL, 'simulator:kades-2001', 'simulator:grup:41', 'simulator:grup:41', NULL, 'sent', 1, 0, 'simulator:grup:42', '2027-05-06T01:17:00.013Z');
INSERT INTO outbox VALUES (25, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Petani</b> (2/7):\n⏳ klinik: proses\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2001"}', NULL, 'simulator:kades-2001', 'simulator:grup:43', 'simulator:grup:43', NULL, 'sent', 1, 0, 'simulator:grup:44', '2027-05-06T01:18:00.011Z');
INSERT INTO outbox VALUES (26, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Simpang Padang</b> (7/7):\n🟢 gudang: beroperasi\n✅ klinik: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2012"}', NULL, 'simulator:kades-2012', 'simulator:grup:45', 'simulator:grup:45', NULL, 'sent', 1, 0, 'simulator:grup:46', '2027-05-06T08:05:00.004Z');
INSERT INTO outbox VALUES (27, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Balai Makam</b> (7/7):\n🟢 gudang: beroperasi\n✅ apotek, klinik dan logistik: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2010"}', NULL, 'simulator:kades-2010', 'simulator:grup:47', 'simulator:grup:47', NULL, 'sent', 1, 0, 'simulator:grup:48', '2027-05-07T02:30:00.008Z');
INSERT INTO outbox VALUES (28, 'simulator:grup', NULL, 1, '{"text":"Bapak/Ibu, 7 hari lagi sebelum 15 Mei. Yang masih perlu dilengkapi:\n<b>Desa Petani</b> <mention ref=\"simulator:kades-2001\">Kades Petani</mention>: simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Air Kulim</b> <mention ref=\"simulator:kades-2002\">Kades Air Kulim</mention>: kios sembako, klinik, apotek, gudang dan logistik\n<b>Desa Buluh Manis</b> <mention ref=\"simulator:kades-2003\">Kades Buluh Manis</mention>: klinik, apotek, gudang dan logistik\n<b>Desa Bumbung</b> <mention ref=\"simulator:kades-2004\">Kades Bumbung</mention>: kios sembako, simpan pinjam, apotek, gudang dan logistik\n<b>Desa Pamesi</b> <mention ref=\"simulator:kades-2005\">Kades Pamesi</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Kesumbo Ampai</b> <mention ref=\"simulator:kades-2006\">Kades Kesumbo Ampai</mention>: kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Bathin Sobanga</b> <mention ref=\"simulator:kades-2007\">Kades Bathin Sobanga</mention>: kantor koperasi, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Sebangar</b> <mention ref=\"simulator:kades-2008\">Kades Sebangar</mention>: kantor koperasi, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Boncah Mahang</b> <mention ref=\"simulator:kades-2009\">Kades Boncah Mahang</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, gudang dan logistik\n<b>Desa Tambusai Batang Dui</b> <mention ref=\"simulator:kades-2011\">Kades Tambusai Batang Dui</mention>: kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\n<b>Desa Pematang Obo</b> <mention ref=\"simulator:kades-2013\">Kades Pematang Obo</mention>: kantor koperasi, kios sembako, simpan pinjam, klinik, apotek, gudang dan logistik\nBila sudah ada yang berdiri, balas pesan ini, misalnya: klinik sudah."}', '{"listed":{"14.03.16.2001":["simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2002":["sembako","klinik","apotek","gudang","logistik"],"14.03.16.2003":["klinik","apotek","gudang","logistik"],"14.03.16.2004":["sembako","simpan_pinjam","apotek","gudang","logistik"],"14.03.16.2005":["kantor","sembako","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2006":["sembako","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2007":["kantor","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2008":["kantor","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2009":["kantor","sembako","simpan_pinjam","klinik","gudang","logistik"],"14.03.16.2011":["sembako","simpan_pinjam","klinik","apotek","gudang","logistik"],"14.03.16.2013":["kantor","sembako","simpan_pinjam","klinik","apotek","gudang","logistik"]}}', NULL, NULL, NULL, NULL, NULL, 'sent', 1, 0, 'simulator:grup:49', '2027-05-08T01:00:00.002Z');
INSERT INTO outbox VALUES (29, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Air Kulim</b> (4/7):\n✅ apotek dan klinik: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2002"}', NULL, 'simulator:kades-2002', 'simulator:grup:50', 'simulator:grup:50', NULL, 'sent', 1, 0, 'simulator:grup:51', '2027-05-08T01:12:00.014Z');
INSERT INTO outbox VALUES (30, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Bathin Sobanga</b> (3/7):\n✅ simpan pinjam dan logistik: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2007"}', NULL, 'simulator:kades-2007', 'simulator:grup:52', 'simulator:grup:52', NULL, 'sent', 1, 0, 'simulator:grup:53', '2027-05-08T01:31:00.033Z');
INSERT INTO outbox VALUES (31, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Bumbung</b> (4/7):\n✅ simpan pinjam dan gudang: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2004"}', NULL, 'simulator:kades-2004', 'simulator:grup:54', 'simulator:grup:54', NULL, 'sent', 1, 0, 'simulator:grup:55', '2027-05-08T02:02:00.008Z');
INSERT INTO outbox VALUES (32, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Pematang Obo</b> (1/7):\n✅ simpan pinjam: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2013"}', NULL, 'simulator:kasi', 'simulator:grup:56', 'simulator:grup:56', NULL, 'sent', 1, 0, 'simulator:grup:57', '2027-05-09T03:45:00.012Z');
INSERT INTO outbox VALUES (33, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Tambusai Batang Dui</b> (2/7):\n🟢 kios sembako: beroperasi\n⏳ klinik: proses\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2011"}', NULL, 'simulator:kades-2011', 'simulator:grup:58', 'simulator:grup:58', NULL, 'sent', 1, 0, 'simulator:grup:59', '2027-05-09T04:10:00.006Z');
INSERT INTO outbox VALUES (34, 'simulator:grup', NULL, 1, '{"text":"<b>Rekap Senin</b>\n<b>Rekap KDMP Kecamatan Bathin Solapan</b>\nKeadaan 10 Mei 08.00 WIB\nSebelum 15 Mei: 5 hari lagi\n<b>36/91</b> unit berdiri, belum ada perubahan hari ini\n \nKesumbo Ampai 1/7\nSebangar 1/7\nBoncah Mahang 1/7\nPematang Obo 1/7\nPetani 2/7\nTambusai Batang Dui 2/7\nBuluh Manis 3/7\nBathin Sobanga 3/7\nAir Kulim 4/7\nBumbung 4/7\nBalai Makam 7/7\nSimpang Padang 7/7\nBelum lapor: Pamesi\n \nPer unit, dari 13 desa/kelurahan:\nKantor 8 · Sembako 7 · Simpan Pinjam 7 · Klinik 4 · Apotek 4 · Gudang 3 · Logistik 3","file":{"as":"png","recap":{"district":{"code":"14.03.16","name":"Bathin Solapan","regency":"Kabupaten Bengkalis","province":"Riau"},"asOf":"2027-05-10T01:00:00.000Z","timeZone":"Asia/Jakarta","deadline":"2027-05-15","daysLeft":5,"villages":[{"code":"14.03.16.2001","name":"Petani","kind":"desa","units":{"kantor":"berdiri","klinik":"proses","sembako":"berdiri"}},{"code":"14.03.16.2002","name":"Air Kulim","kind":"desa","units":{"apotek":"berdiri","kantor":"berdiri","klinik":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2003","name":"Buluh Manis","kind":"desa","units":{"apotek":"belum","kantor":"berdiri","klinik":"belum","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2004","name":"Bumbung","kind":"desa","units":{"gudang":"berdiri","kantor":"berdiri","klinik":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2005","name":"Pamesi","kind":"desa","units":{}},{"code":"14.03.16.2006","name":"Kesumbo Ampai","kind":"desa","units":{"kantor":"berdiri","sembako":"proses"}},{"code":"14.03.16.2007","name":"Bathin Sobanga","kind":"desa","units":{"apotek":"belum","klinik":"belum","logistik":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2008","name":"Sebangar","kind":"desa","units":{"sembako":"berdiri","simpan_pinjam":"proses"}},{"code":"14.03.16.2009","name":"Boncah Mahang","kind":"desa","units":{"apotek":"berdiri","klinik":"proses"}},{"code":"14.03.16.2010","name":"Balai Makam","kind":"desa","units":{"apotek":"berdiri","gudang":"beroperasi","kantor":"berdiri","klinik":"berdiri","logistik":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2011","name":"Tambusai Batang Dui","kind":"desa","units":{"kantor":"berdiri","klinik":"proses","sembako":"beroperasi"}},{"code":"14.03.16.2012","name":"Simpang Padang","kind":"desa","units":{"apotek":"berdiri","gudang":"beroperasi","kantor":"berdiri","klinik":"berdiri","logistik":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2013","name":"Pematang Obo","kind":"desa","units":{"gudang":"proses","logistik":"belum","simpan_pinjam":"berdiri"}}]}}}', '{}', NULL, NULL, NULL, NULL, NULL, 'sent', 1, 0, 'simulator:grup:60', '2027-05-10T01:00:00.001Z');
INSERT INTO outbox VALUES (35, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Buluh Manis</b> (4/7):\n✅ apotek: berdiri\n⏳ gudang: proses\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2003"}', NULL, 'simulator:kades-2003', 'simulator:grup:61', 'simulator:grup:61', NULL, 'sent', 1, 0, 'simulator:grup:62', '2027-05-10T02:25:00.004Z');
INSERT INTO outbox VALUES (36, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Boncah Mahang</b> (3/7):\n✅ kantor koperasi dan simpan pinjam: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2009"}', NULL, 'simulator:kades-2009', 'simulator:grup:63', 'simulator:grup:63', NULL, 'sent', 1, 0, 'simulator:grup:64', '2027-05-10T06:50:00.009Z');
INSERT INTO outbox VALUES (37, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Petani</b> (4/7):\n🟢 simpan pinjam: beroperasi\n✅ gudang: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2001"}', NULL, 'simulator:kades-2001', 'simulator:grup:65', 'simulator:grup:65', NULL, 'sent', 1, 0, 'simulator:grup:66', '2027-05-11T01:40:00.014Z');
INSERT INTO outbox VALUES (38, 'simulator:grup', NULL, 0, '{"text":"Dicatat untuk <b>Desa Kesumbo Ampai</b> (2/7):\n🟢 kantor koperasi: beroperasi\n✅ kios sembako: berdiri\nBila keliru, balas dengan /batal"}', '{"about":"14.03.16.2006"}', NULL, 'simulator:kades-2006', 'simulator:grup:67', 'simulator:grup:67', NULL, 'sent', 1, 0, 'simulator:grup:68', '2027-05-11T02:05:00.015Z');
INSERT INTO outbox VALUES (39, 'simulator:grup', NULL, 0, '{"text":"<b>Rekap KDMP Kecamatan Bathin Solapan</b>","file":{"as":"png","recap":{"district":{"code":"14.03.16","name":"Bathin Solapan","regency":"Kabupaten Bengkalis","province":"Riau"},"asOf":"2027-05-11T02:30:00.000Z","timeZone":"Asia/Jakarta","deadline":"2027-05-15","daysLeft":4,"villages":[{"code":"14.03.16.2001","name":"Petani","kind":"desa","units":{"gudang":"berdiri","kantor":"berdiri","klinik":"proses","sembako":"berdiri","simpan_pinjam":"beroperasi"}},{"code":"14.03.16.2002","name":"Air Kulim","kind":"desa","units":{"apotek":"berdiri","kantor":"berdiri","klinik":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2003","name":"Buluh Manis","kind":"desa","units":{"apotek":"berdiri","gudang":"proses","kantor":"berdiri","klinik":"belum","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2004","name":"Bumbung","kind":"desa","units":{"gudang":"berdiri","kantor":"berdiri","klinik":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2005","name":"Pamesi","kind":"desa","units":{}},{"code":"14.03.16.2006","name":"Kesumbo Ampai","kind":"desa","units":{"kantor":"beroperasi","sembako":"berdiri"}},{"code":"14.03.16.2007","name":"Bathin Sobanga","kind":"desa","units":{"apotek":"belum","klinik":"belum","logistik":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2008","name":"Sebangar","kind":"desa","units":{"sembako":"berdiri","simpan_pinjam":"proses"}},{"code":"14.03.16.2009","name":"Boncah Mahang","kind":"desa","units":{"apotek":"berdiri","kantor":"berdiri","klinik":"proses","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2010","name":"Balai Makam","kind":"desa","units":{"apotek":"berdiri","gudang":"beroperasi","kantor":"berdiri","klinik":"berdiri","logistik":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2011","name":"Tambusai Batang Dui","kind":"desa","units":{"kantor":"berdiri","klinik":"proses","sembako":"beroperasi"}},{"code":"14.03.16.2012","name":"Simpang Padang","kind":"desa","units":{"apotek":"berdiri","gudang":"beroperasi","kantor":"berdiri","klinik":"berdiri","logistik":"berdiri","sembako":"berdiri","simpan_pinjam":"berdiri"}},{"code":"14.03.16.2013","name":"Pematang Obo","kind":"desa","units":{"gudang":"proses","logistik":"belum","simpan_pinjam":"berdiri"}}]}}}', '{}', NULL, 'simulator:camat', 'simulator:grup:69', 'simulator:grup:69', NULL, 'sent', 1, 0, 'simulator:grup:70', '2027-05-11T02:30:00.009Z');
INSERT INTO upload VALUES ('simulator png iIyYmvwHSBrIiW4Dk5j05YtlQV9PiusGg0aDv_P4mUE', '["3"]', '2027-05-11T02:30:00.155Z');
INSERT INTO sqlite_sequence VALUES ('person', 15);
INSERT INTO sqlite_sequence VALUES ('outbox', 39);
CREATE INDEX chat_by_district ON chat (district) WHERE district IS NOT NULL;
CREATE INDEX person_ref_by_person ON person_ref (person);
CREATE INDEX role_by_person ON role (person);
CREATE INDEX role_by_area ON role (area, state);
CREATE UNIQUE INDEX role_held_once ON role (person, kind, area) WHERE state = 'held';
CREATE INDEX report_by_unit ON report (village, unit, at);
CREATE INDEX report_by_message ON report (message);
CREATE INDEX report_by_person ON report (person, recorded_at);
CREATE INDEX report_by_time ON report (recorded_at);
CREATE INDEX held_report_by_person ON held_report (person);
CREATE INDEX wrong_code_by_user ON wrong_code (user, at);
CREATE INDEX inbox_by_time ON inbox (at);
CREATE INDEX outbox_waiting ON outbox (state, id) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_by_sent ON outbox (sent_ref) WHERE sent_ref IS NOT NULL;
CREATE INDEX outbox_by_time ON outbox (at);
CREATE INDEX whatsapp_sent_by_time ON whatsapp_sent (at);
CREATE INDEX report_by_reversal ON report (reversed_at) WHERE reversed_at IS NOT NULL;
COMMIT;
