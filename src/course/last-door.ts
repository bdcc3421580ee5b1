import { callToDrill } from '../domain/call.ts';
import { casesToDeck } from '../domain/cases-deck.ts';
import type { LastDoor } from '../domain/last-runs.ts';
import { scenarioToGraph, withoutLines } from '../domain/scenario-compile.ts';
import { type Module, ofKind, type Practice, practicesOf } from './module.ts';
import { paths } from './paths.ts';

/**
 * What must be known of the end of the course to judge a record by it, in one language.
 * @param final the module behind the last door; undefined in a course without one
 */
export function lastDoorOf(final: Module | undefined, lang: string): LastDoor {
  const practices = final ? practicesOf(final) : [];
  const toLink = (practice: Practice) => ({
    id: practice.id,
    address: paths.practice(lang, practice),
    text: practice.data.title[lang] ?? '',
  });
  return {
    scenes: ofKind(practices, 'scenario').map((scene) => ({
      ...toLink(scene),
      role: scene.data.role,
      graph: withoutLines(scenarioToGraph(scene.data)),
    })),
    rounds: ofKind(practices, 'cases').map((round) => ({
      ...toLink(round),
      deck: casesToDeck(round.data),
    })),
    calls: ofKind(practices, 'call').map((call) => ({
      ...toLink(call),
      drill: callToDrill(call.data),
    })),
  };
}
