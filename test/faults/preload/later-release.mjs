// The program as a later release may be: its schema has one step more.
import { registerHooks } from 'node:module';

const BUILT = new URL('../../../dist/', import.meta.url).href;
const STEP = '"CREATE TABLE later_release (id INTEGER PRIMARY KEY) STRICT;"';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.startsWith(BUILT)) return loaded;
    const built = new TextDecoder().decode(loaded.source);
    const source = built.replace(/(\bMIGRATIONS = \[[\s\S]*?)\n\];/, `$1,\n${STEP}\n];`);
    return { ...loaded, source };
  },
});
