// `npm run package -- drive|host|off`: builds the course, then writes a release for a pen drive, a folder for a web
// server, or the worker that ends offline use; each below package/.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { filesBelow } from '../build/built-files.ts';
import { bundled } from '../build/bundled.ts';
import { writePortable } from '../build/portable.ts';
import { site } from '../build/site.ts';
import { translator } from '../i18n/translator.ts';
import { buildCourse, dist, root, stop } from './tools.ts';

const target = (name: string) => join(root, 'package', name);

/**
 * Writes the pen-drive release of what stands in `dist`.
 * @param to the folder to be written
 */
export async function packageDrive(to: string): Promise<void> {
  const course = parse(readFileSync(join(root, 'content/course.yml'), 'utf8')) as {
    languages: { id: string; locale: string }[];
  };
  const translators = course.languages.map(({ id, locale }) => {
    const texts = parse(readFileSync(join(root, `content/ui/${id}.yml`), 'utf8'));
    return { id, t: translator(texts, locale, `content/ui/${id}.yml`) };
  });
  const note = (page: string) => {
    const own = translators.filter(({ id }) => page.startsWith(`${id}/`));
    return (own.length > 0 ? own : translators)
      .map(({ id, t }) => `<p class="small drive-note" lang="${id}">${t('drive.note')}</p>`)
      .join('');
  };
  await writePortable({ from: dist, to, base: site.base, files: filesBelow(dist), note });
  const words = translators.map(({ t }) => `${t('drive.open')}\n\n${t('drive.note')}\n`);
  writeFileSync(join(to, 'README.txt'), words.join('\n'));
}

/**
 * Writes the folder for a web server: what was built, compressed beforehand.
 * @param previous a folder with the release that is online now; its hashed files stay, for phones that still ask for them
 * @param built the built folder; `dist` unless told
 * @returns how many hashed files were kept
 */
export function packageHost(to: string, previous?: string, built = dist): number {
  rmSync(to, { recursive: true, force: true });
  cpSync(built, to, { recursive: true });
  const old = previous && existsSync(join(previous, '_astro')) ? filesBelow(previous) : [];
  const kept = old.filter(
    (file) => /^_astro\/.*(?<!\.br|\.gz)$/.test(file) && !existsSync(join(to, file)),
  );
  for (const file of kept) cpSync(join(previous ?? '', file), join(to, file));
  for (const file of filesBelow(to).filter((one) => /\.(html|css|js|json|svg)$/.test(one))) {
    const content = readFileSync(join(to, file));
    writeFileSync(join(to, `${file}.br`), brotliCompressSync(content));
    writeFileSync(join(to, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
  return kept.length;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { previous: { type: 'string' } },
  });
  const [what = ''] = positionals;
  if (!['drive', 'host', 'off'].includes(what))
    stop(
      'Write what to package: npm run package -- drive, or host, or off. README.md says what each is for.',
    );
  if (what === 'off') {
    mkdirSync(target('off'), { recursive: true });
    writeFileSync(join(target('off'), 'sw.js'), await bundled('kill-switch'));
    console.log('package/off/sw.js takes the place of sw.js on your host; HOSTING.md says when.');
    return;
  }
  await buildCourse();
  if (what === 'drive') {
    await packageDrive(join(target('drive'), 'dastak'));
    console.log(
      'Copy package/drive/dastak to the pen drive. It opens by a double-click on index.html.',
    );
  } else {
    const kept = packageHost(target('host'), values.previous);
    console.log(`Upload what is in package/host. ${kept} older hashed files were kept.`);
  }
}

if (process.argv[1]?.endsWith('package.ts')) await main();
