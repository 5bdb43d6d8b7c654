import Database from 'better-sqlite3';
import { Bot } from 'grammy';

/**
 * The least that keeps every report and every answer: the same, with one `synchronous=FULL` transaction an update, and
 * an outbox row that is settled after the send.
 */
const db = new Database(process.env.DATABASE_URL!);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
CREATE TABLE IF NOT EXISTS inbox (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS report (id INTEGER PRIMARY KEY, chat INTEGER, sender INTEGER, text TEXT);
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, chat INTEGER, text TEXT, sent INTEGER);
`);
const seen = db.prepare('INSERT OR IGNORE INTO inbox (id) VALUES (?)');
const report = db.prepare('INSERT INTO report (chat, sender, text) VALUES (?, ?, ?)');
const queue = db.prepare('INSERT INTO outbox (chat, text) VALUES (?, ?)');
const settle = db.prepare('UPDATE outbox SET sent = ? WHERE id = ?');
const take = db.transaction((update: number, chat: number, sender: number, text: string) => {
  if (seen.run(update).changes === 0) return undefined;
  report.run(chat, sender, text);
  return queue.run(chat, text).lastInsertRowid;
});

const bot = new Bot(process.env.TELEGRAM_BOT_TOKEN!, { client: { apiRoot: process.env.TELEGRAM_API_ROOT! } });
bot.on('message:text', async (context) => {
  const { text, message_id, from, chat } = context.message;
  const id = take.immediate(context.update.update_id, chat.id, from.id, text);
  if (id === undefined) return;
  const sent = await context.reply(text, { reply_parameters: { message_id } });
  settle.run(sent.message_id, id);
});
await bot.start();
