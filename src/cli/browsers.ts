import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, firefox, type LaunchOptions } from '@playwright/test';
import { featuresOff } from './chromium-features.ts';
import { installDebian, onPath } from './debian.ts';
import { stop, tool } from './tools.ts';

/** The engines that Playwright drives here. */
export type Engine = 'chromium' | 'firefox';

/** A browser that is installed, and could not be driven. */
export interface Undriven {
  path: string;
  /** What it says of itself, such as `Mozilla Firefox 140.9.0esr`; empty where it says nothing. */
  version: string;
  /** What Playwright said, in one line. */
  reason: string;
}

/** The browser of an engine that opens a page, or those that are installed and do not. */
export type FoundBrowser =
  | { path: string; undriven?: never }
  | { path?: never; undriven: Undriven[] };

const DOWNLOAD_SECONDS = 300;
const LAUNCH_MILLISECONDS = 30_000;
/** Chromium without windows, as a program and as a package of Debian. */
const SHELL = 'chromium-headless-shell';

const ENGINES = {
  chromium: {
    type: chromium,
    variable: 'CHROMIUM_PATH',
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'msedge',
    ],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...inProgramFiles('Google', 'Chrome', 'Application', 'chrome.exe'),
      ...inProgramFiles('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ],
    package: 'chromium',
  },
  firefox: {
    type: firefox,
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...inProgramFiles('Mozilla Firefox', 'firefox.exe'),
    ],
    package: 'firefox-esr',
  },
} as const;

/** The environment variable that names the browser of an engine and goes before any other place. */
export function pathVariable(engine: Engine): string {
  return ENGINES[engine].variable;
}

/**
 * The browsers of an engine that are on this machine, best first: the one named by CHROMIUM_PATH or
 * FIREFOX_PATH, Playwright's own, then those installed.
 * @returns full paths of programs
 */
export function browsersHere(engine: Engine): string[] {
  const { type, variable, names, places } = ENGINES[engine];
  const paths = [process.env[variable], type.executablePath(), ...names.map(onPath), ...places];
  return [...new Set(paths.filter((path) => path !== undefined && existsSync(path)))] as string[];
}

/** How Playwright must start the browser at `path`; an installed Firefox is driven by WebDriver BiDi. */
export function launchOptions(engine: Engine, path: string): LaunchOptions {
  if (engine === 'chromium') return { executablePath: path, args: [featuresOff] };
  const isBidi = path !== firefox.executablePath();
  return { executablePath: path, ...(isBidi && { channel: 'moz-firefox' }) };
}

/** What is measured in the first Chromium of this machine; nothing where there is none. */
export async function inChromium<Row>(work: (browser: Browser) => Promise<Row[]>): Promise<Row[]> {
  const [path] = browsersHere('chromium');
  if (!path) return [];
  const browser = await chromium.launch(launchOptions('chromium', path));
  return work(browser).finally(() => browser.close());
}

/**
 * Finds a browser that really opens a page; where there is none, tries Playwright's download and then
 * the Debian package.
 */
export async function ensureBrowser(engine: Engine): Promise<FoundBrowser> {
  const here = await firstThatOpens(engine);
  if (here.path) return here;
  console.log(`No ${engine} opens on this machine; trying Playwright's download …`);
  // Where the network answers nothing, a few seconds a try tell as much as the usual half minute.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000', ...process.env };
  await tool('playwright', ['install', engine], { stdio: 'ignore', env }, DOWNLOAD_SECONDS);
  const downloaded = await firstThatOpens(engine);
  if (downloaded.path) return downloaded;
  return (await installDebian([ENGINES[engine].package])) ? firstThatOpens(engine) : downloaded;
}

/** The Chromium of this machine, found or fetched; where none opens, the command ends. */
export async function neededChromium(): Promise<string> {
  const { path } = await ensureBrowser('chromium');
  return (
    path ?? stop('No Chromium opens on this machine. Install one, or name it in CHROMIUM_PATH.')
  );
}

/**
 * Finds Debian's Chromium without windows, which draws the same pages in a quarter less processor time, and installs it where
 * that is allowed. It keeps no page in memory for the way back and reads no settings: what needs those takes the other.
 * @returns its path; undefined where there is none, or where CHROMIUM_PATH names what the tests shall run in
 */
export async function ensureShell(): Promise<string | undefined> {
  if (process.env[pathVariable('chromium')]) return undefined;
  if (!onPath(SHELL)) await installDebian([SHELL]);
  const path = onPath(SHELL);
  return path && (await whyItDoesNotOpen('chromium', path)) === undefined ? path : undefined;
}

/** Every engine asks for the same fonts. */
let fonts: Promise<boolean> | undefined;

/**
 * Sees to it that Hindi can be drawn: where no font has Devanagari, tries the Debian package.
 * @returns whether a font has it; true also where fonts cannot be listed, as on macOS and Windows
 */
export async function ensureDevanagari(): Promise<boolean> {
  if (process.platform !== 'linux' || hasDevanagari()) return true;
  fonts ??= installDebian(['fontconfig', 'fonts-noto-core']);
  return (await fonts) && hasDevanagari();
}

async function firstThatOpens(engine: Engine): Promise<FoundBrowser> {
  const undriven: Undriven[] = [];
  for (const path of browsersHere(engine)) {
    const reason = await whyItDoesNotOpen(engine, path);
    if (reason === undefined) return { path };
    undriven.push({ path, version: versionOf(path), reason });
  }
  return { undriven };
}

async function whyItDoesNotOpen(engine: Engine, path: string): Promise<string | undefined> {
  try {
    const browser = await ENGINES[engine].type.launch({
      ...launchOptions(engine, path),
      timeout: LAUNCH_MILLISECONDS,
    });
    await browser.newPage();
    await browser.close();
    return undefined;
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    return line.trim();
  }
}

function versionOf(path: string): string {
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 10_000,
    }).trim();
  } catch {
    return '';
  }
}

function hasDevanagari(): boolean {
  try {
    return execFileSync('fc-list', [':lang=hi', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

function inProgramFiles(...parts: string[]): string[] {
  return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, ...parts));
}
