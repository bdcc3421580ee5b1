import { existsSync, readdirSync } from 'node:fs';

const folder = 'content/status';

/** Where the lists of withdrawn credentials are served, and the names of those that the site has. */
export const statusFiles = () => ({
  address: `${import.meta.env.BASE_URL}status/`,
  files: existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jwt')) : [],
});
