import { execFileSync } from 'node:child_process';

/** Tests of whole processes run what `npm start` runs: the bundle, built again. */
export const setup = (): void => {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
};
