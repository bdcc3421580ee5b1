import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Row } from './bench-row.ts';
import { copyProject, inNewFolder } from './tools.ts';

const PAGE = 'hi/notice/kinds-of-sign/';

/** Measures how long an author waits for the first page of `npm run dev`, in a copy of the project that has kept nothing. */
export function measureDev(): Promise<Row[]> {
  return inNewFolder(async (home) => {
    copyProject(home);
    const rows: Row[] = [];
    for (const which of ['the first start', 'a later start']) {
      const { listening, shown } = await firstPage(home);
      rows.push({
        what: 'npm run dev',
        case: which,
        figures: `listening after ${listening.toFixed(1)} s, a first lesson shown after ${shown.toFixed(1)} s`,
      });
    }
    return rows;
  });
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
