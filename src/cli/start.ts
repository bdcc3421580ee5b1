// `npm start`: builds the course and shows it on this machine; `npm start -- --host` also to a phone on the same network.
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { serve } from '../build/serve.ts';
import { site } from '../build/site.ts';
import { buildCourse, dist } from './tools.ts';

const { values } = parseArgs({
  options: { host: { type: 'boolean', default: false }, port: { type: 'string', default: '4321' } },
});

await buildCourse();

const served = await serve({
  folder: dist,
  base: site.base,
  host: values.host ? '0.0.0.0' : '127.0.0.1',
  port: Number(values.port),
});
console.log(`Dastak is open at ${served.address}`);
if (values.host) {
  for (const address of addressesOnTheNetwork()) {
    console.log(`On a phone in the same network: http://${address}:${served.port}${site.base}`);
  }
  console.log(
    'Over http a phone reads and practises, but does not keep the course for offline use: browsers allow that to https only.',
  );
}
console.log(
  'A browser that has kept an earlier build goes on showing it until you take the newer one on the page with the doors; a private window has kept nothing.',
);
console.log('Press Ctrl+C to close it.');

function addressesOnTheNetwork(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal)
    .map((each) => each.address);
}
