// The keys of a desk, for tests that try them in a browser without the desk's page.
import { openDeskKeys } from '../../src/store/desk-keys.ts';

Object.assign(window, { openDeskKeys });
