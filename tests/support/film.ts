import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { generate } from 'lean-qr';
import type { Served } from '../../src/build/serve.ts';
import { browsersHere, launchOptions } from '../../src/cli/browsers.ts';
import { expect, watch } from './test.ts';

/** A film of one picture, as Chromium's false camera shows it: a code in the middle of grey. */
function filmOf(text: string): Buffer {
  const [width, height, module] = [640, 480, 5];
  const code = generate(text);
  const left = Math.floor((width - code.size * module) / 2);
  const top = Math.floor((height - code.size * module) / 2);
  const luma = Buffer.alloc(width * height, 235);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (code.get(Math.floor((x - left) / module), Math.floor((y - top) / module)))
        luma[y * width + x] = 16;
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
    ...Array.from({ length: 3 }, () => frame),
  ]);
}

/** Opens a browser of its own whose camera sees the code of a text; no page of it may raise a problem. */
export async function beforeCamera(
  served: Served,
  text: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dastak-camera-'));
  const film = join(folder, 'code.y4m');
  writeFileSync(film, filmOf(text));
  const [path] = browsersHere('chromium');
  const { args = [], ...options } = path ? launchOptions('chromium', path) : {};
  const filmed = await chromium.launch({
    ...options,
    args: [
      ...args,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  try {
    const context = await filmed.newContext({ baseURL: served.address, serviceWorkers: 'block' });
    const problems = await watch(context, served.address);
    await work(await context.newPage());
    expect(problems).toEqual([]);
  } finally {
    await filmed.close();
    rmSync(folder, { recursive: true });
  }
}

/** Whether the page holds the camera. */
export const isFilming = (page: Page): Promise<boolean> =>
  page
    .locator('dastak-camera video')
    .evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream).active);
