import { existsSync, globSync } from 'node:fs';
import { installDebian, onPath } from './debian.ts';

/** The programs with which WebKitGTK is tested, as full paths. */
export interface Webkit {
  /** WebKit's WebDriver server. */
  driver: string;
  /** The plain browser that the server opens. */
  browser: string;
  /** A screen in memory. */
  screen: string;
}

const PLACES = [
  '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
  '/usr/lib/webkit2gtk-4.*/MiniBrowser',
];

/** @returns what is needed to test WebKitGTK, or undefined where any of it is missing */
export function findWebkit(): Webkit | undefined {
  const driver = onPath('WebKitWebDriver');
  const screen = onPath('Xvfb');
  const browser = globSync(PLACES).sort().findLast(existsSync);
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

/** Finds what is needed to test WebKitGTK, or tries to install Debian's packages. */
export async function ensureWebkit(): Promise<Webkit | undefined> {
  const here = findWebkit();
  if (here || process.platform !== 'linux') return here;
  return (await installDebian(['webkit2gtk-driver', 'xvfb'])) ? findWebkit() : undefined;
}
