import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { htaccessFile, nginxFile } from '../../src/build/host-files.ts';

/** A web server that people run, started on the small course. */
export interface WebServer {
  /** The course's address, such as `http://127.0.0.1:4000/dastak/`. */
  address: string;
  /** Ends the server; its folder goes too. */
  close(): Promise<void>;
}

/** The web servers from Debian's packages, and the package that brings each. */
export const webServers = { nginx: 'nginx-light', apache2: 'apache2' } as const;

/** Whether a web server is on this machine. */
export const isHere = (name: keyof typeof webServers): boolean =>
  spawnSync(name, ['-v']).status === 0;

const MODULES = '/usr/lib/apache2/modules';
const APACHE = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate'];

/**
 * Starts a web server with what the build writes for it, below `base`.
 * @param packaged the folder that `packageHost` wrote; it is copied
 */
export async function startWebServer(
  name: keyof typeof webServers,
  base: string,
  packaged: string,
): Promise<WebServer> {
  const home = mkdtempSync(join(tmpdir(), `dastak-${name}-`));
  const folder = join(home, 'root', base).replace(/\/$/, '');
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(packaged, folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), nginxFile(base));
  writeFileSync(join(folder, '.htaccess'), htaccessFile(base));
  const port = await freePort();
  const file = join(home, 'main.conf');
  writeFileSync(file, name === 'nginx' ? nginx(home, folder, port) : apache(home, port));
  const asked = name === 'nginx' ? ['-p', home, '-c', file] : ['-X', '-d', home, '-f', file];
  const child = spawn(name, asked, { stdio: 'inherit' });
  const ended = new Promise((done) => child.once('close', done));
  const address = `http://127.0.0.1:${port}${base}`;
  await answers(address, child);
  return {
    address,
    close: async () => {
      child.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function nginx(home: string, folder: string, port: number): string {
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((one) => `${one}_temp_path ${join(home, one)};`)
    .join(' ');
  return `daemon off; master_process off; pid ${join(home, 'pid')}; error_log ${join(home, 'error.log')};
    events {}
    http { include /etc/nginx/mime.types; access_log off; ${places}
      server { listen 127.0.0.1:${port}; root ${home}/root; include ${join(folder, 'nginx.conf')}; } }`;
}

/** As shared hosts run it: folders are listed, and `.htaccess` may say no more than FileInfo. */
function apache(home: string, port: number): string {
  const modules = [...APACHE, 'alias', 'autoindex', 'setenvif', 'version']
    .filter((one) => existsSync(join(MODULES, `mod_${one}.so`)))
    .map((one) => `LoadModule ${one}_module ${join(MODULES, `mod_${one}.so`)}`);
  return `${modules.join('\n')}
Listen 127.0.0.1:${port}
ServerName 127.0.0.1
PidFile ${join(home, 'pid')}
ErrorLog ${join(home, 'error.log')}
TypesConfig /etc/mime.types
DefaultRuntimeDir ${home}
DocumentRoot ${join(home, 'root')}
<Directory ${join(home, 'root')}>
  Options Indexes
  AllowOverride FileInfo
  Require all granted
</Directory>
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    if (await fetch(address).catch(() => undefined)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The web server did not answer at ${address}.`);
}
