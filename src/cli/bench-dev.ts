import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './bench-row.ts';
import { root } from './tools.ts';

const COPIED = ['content', 'public', 'src', 'astro.config.ts', 'package.json', 'tsconfig.json'];
const PAGE = 'hi/notice/kinds-of-sign/';

/** Measures how long an author waits for the first page of `npm run dev`, in a copy of the project that has kept nothing. */
export async function measureDev(): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'dastak-dev-'));
  for (const name of COPIED) cpSync(join(root, name), join(home, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'dir');
  const rows: Row[] = [];
  try {
    for (const which of ['the first start', 'a later start']) {
      const { listening, shown } = await firstPage(home);
      rows.push({
        what: 'npm run dev',
        case: which,
        figures: `listening after ${listening.toFixed(1)} s, a first lesson shown after ${shown.toFixed(1)} s`,
      });
    }
    return rows;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Seconds from the start until the server listens, and until a lesson has come. */
async function firstPage(home: string): Promise<{ listening: number; shown: number }> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const script = join(home, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const server = spawn(process.execPath, [script, 'dev', '--port', '0'], {
    cwd: home,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      const hear = (text: Buffer) => {
        said += text;
        const [found] = /http:\/\/\S+/.exec(said) ?? [];
        if (found) resolve(found);
      };
      server.stdout.on('data', hear);
      server.stderr.on('data', hear);
      server.on('exit', () => reject(new Error(`The server ended before it listened:\n${said}`)));
    });
    const listening = seconds();
    const page = await fetch(new URL(PAGE, address));
    if (!page.ok) throw new Error(`${PAGE} was answered with ${page.status}`);
    await page.text();
    return { listening, shown: seconds() };
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }
}
