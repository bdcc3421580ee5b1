// The thread in which a build checks the content: it is given a day and a folder, and answers with what it has found.
import { parentPort, workerData } from 'node:worker_threads';
import { checkWithLists } from './check-content.ts';

const { today, folder } = workerData as { today: string; folder: string };
parentPort?.postMessage(await checkWithLists(today, folder));
