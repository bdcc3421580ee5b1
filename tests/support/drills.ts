import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { callToDrill } from '../../src/domain/call.ts';
import { relayToDrill } from '../../src/domain/relay.ts';
import type { ContentFile } from '../../src/rules/problem.ts';
import { callSchema } from '../../src/schema/call.ts';
import { relaySchema } from '../../src/schema/relay.ts';
import { filesOfKind, once } from './files.ts';
import { courseSite } from './sites.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The text of a small drill, on which a test can see everything at once. */
export const drillText = (name: 'gate.call' | 'alert.relay') =>
  readFileSync(at(`../fixtures/drills/${name}.yml`), 'utf8');

const toCall = (id: string, text: string) => {
  const call = callSchema.parse(parse(text));
  return { id, call, drill: callToDrill(call) };
};
const toRelay = (id: string, text: string) => {
  const relay = relaySchema.parse(parse(text));
  return { id, relay, drill: relayToDrill(relay) };
};

/** A small call and a small relay. */
export const gateCall = toCall('gate', drillText('gate.call'));
export const alertRelay = toRelay('alert', drillText('alert.relay'));

/** Every call among some content files. */
export const callsIn = (files: readonly ContentFile[]) =>
  filesOfKind(files, 'call').map(({ id, data: call }) => ({ id, call, drill: callToDrill(call) }));
/** Every relay among some content files. */
export const relaysIn = (files: readonly ContentFile[]) =>
  filesOfKind(files, 'relay').map(({ id, data: relay }) => ({
    ...{ id, relay, drill: relayToDrill(relay) },
  }));

/** Every call and every relay of the course. */
export const courseCalls = once(() => callsIn(courseSite.files));
export const courseRelays = once(() => relaysIn(courseSite.files));
