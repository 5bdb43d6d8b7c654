/**
 * Node's HTTP, as `import` would give it, which also reads every getter of the module: that of `WebSocket` loads all that is behind
 * Node's own `fetch`, 14 MB and a tenth of the start, for nothing that is used here.
 */
export const http = process.getBuiltinModule('node:http');
