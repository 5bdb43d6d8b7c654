export { setUpDurable as setup } from '../postgres-cluster.ts';
