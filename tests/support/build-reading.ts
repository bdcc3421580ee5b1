import mdx from '@astrojs/mdx';
import { courseIds } from '../../src/course/ids.ts';
import type { ContentFile } from '../../src/rules/problem.ts';
import { lessonSchema } from '../../src/schema/module.ts';
import { joinFiles } from './course.ts';

interface Compiler {
  transform: { handler(this: object, code: string, id: string): Promise<unknown> };
}
interface EntryType {
  getEntryInfo(file: { fileUrl: URL; contents: string }): Promise<{ data: unknown }>;
}

/**
 * The build's own reading of the content, without its pages: Astro's reader of heads, its compiler of lessons, the
 * schemas, and the joining of modules.
 * @returns reads all files, and throws what the build would throw
 */
export async function buildReading(): Promise<(files: readonly ContentFile[]) => Promise<void>> {
  let compiler: Compiler | undefined;
  let entries: EntryType | undefined;
  const { hooks } = mdx();
  const config = {
    root: new URL('file:///'),
    srcDir: new URL('file:///src/'),
    base: '/',
    markdown: {},
  };
  // The hooks use nothing else of what Astro hands them.
  await hooks['astro:config:setup']?.({
    config,
    addRenderer: () => {},
    addPageExtension: () => {},
    addContentEntryType: (type: EntryType) => {
      entries = type;
    },
    updateConfig: ({ vite }: { vite: { plugins: Compiler[] } }) => {
      compiler = vite.plugins[0];
    },
  } as never);
  await hooks['astro:config:done']?.({ config, logger: console } as never);
  return async (files) => {
    for (const { path, text } of files) {
      if (!path.endsWith('.mdx')) continue;
      const fileUrl = new URL(`file:///${path}`);
      const info = await entries?.getEntryInfo({ fileUrl, contents: text });
      lessonSchema.parse(info?.data);
      await compiler?.transform.handler.call({}, text, fileUrl.pathname);
    }
    courseIds(joinFiles(files));
  };
}
