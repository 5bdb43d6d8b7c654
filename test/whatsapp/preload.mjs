// For a bot in a process of its own (`node --import`): makes Baileys there trust the test server with that root key.
import { WA_CERT_DETAILS } from '@whiskeysockets/baileys';

WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(process.env.WIRE_ROOT, 'hex');
