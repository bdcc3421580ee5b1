import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { SCRIPTS } from './old-browsers.ts';

/** Scripts that stand alone: the two workers, and the gate before all scripts of a page. */
const SOURCES = {
  worker: '../offline/worker.ts',
  'kill-switch': '../offline/kill-switch.ts',
  gate: '../islands/shell/gate.ts',
};

/**
 * Bundles a script that stands alone into one classic script.
 * @param facts values that stand in it under their names
 * @param target its syntax
 */
export async function bundled(
  name: keyof typeof SOURCES,
  facts: Readonly<Record<string, unknown>> = {},
  target: string = SCRIPTS,
): Promise<string> {
  const entry = fileURLToPath(new URL(SOURCES[name], import.meta.url));
  const define = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, JSON.stringify(value)]),
  );
  return toClassic(entry, target, define);
}

/** A script with everything that it imports, now or later, as one classic script. */
export async function toClassic(
  entry: string,
  target: string = SCRIPTS,
  define: Readonly<Record<string, string>> = {},
): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    define,
    build: { write: false, target, lib: { entry, formats: ['iife'], name: 'dastak' } },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output)) throw new Error(`${entry} was not bundled`);
  return output.output[0].code;
}
