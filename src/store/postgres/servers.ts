/** How long a connection to one server may take. */
export const CONNECT_MS = 5000;

/** User and password, the servers with commas between, and the rest of a PostgreSQL URL. */
const PARTS = /^(\w+:\/\/(?:[^/?]*@)?)([^/?]*)(.*)$/s;

/**
 * The servers of a URL, each as a URL of its own: `postgresql://kopdes@db1,db2:5433/kopdes` names two, as libpq has it
 * (PostgreSQL's documentation, "Specifying Multiple Hosts").
 */
export function serversOf(url: string): readonly string[] {
  const [, before, servers = '', after] = PARTS.exec(url) ?? [];
  return servers.includes(',') ? servers.split(',').map((server) => `${before}${server}${after}`) : [url];
}
