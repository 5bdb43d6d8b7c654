import { Bot } from 'grammy';

/** What most people would start from: grammY's long polling, each message answered with its own words. */
const bot = new Bot(process.env.TELEGRAM_BOT_TOKEN!, { client: { apiRoot: process.env.TELEGRAM_API_ROOT! } });
bot.on('message:text', (context) =>
  context.reply(context.message.text, { reply_parameters: { message_id: context.message.message_id } }),
);
await bot.start();
