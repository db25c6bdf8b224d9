import * as l10n from '@vscode/l10n';
import { AIMS, EMPTY_TIMES, FEELINGS, LEAD_INS, NOT_DOING, OTHERS, VAGUE_EVENTS } from './vagueWords';

/** The two parts of an if-then plan: the cue (when I next see …) and the act (I will …). */
export const PARTS = ['cue', 'act'] as const;
export type PlanPart = (typeof PARTS)[number];

/** Longer words are quoted by their beginning. */
const QUOTED = 60;

/**
 * Why a part of a plan is turned back, as a sentence, or undefined where it is not: a cue must be noticed to work, and an act must
 * be one (Gollwitzer & Sheeran 2006). A part is turned back once; what the lead then keeps is kept, so a doubt speaks for the
 * part. Knows English: what is written in another language passes.
 */
export function turnBack(part: PlanPart, text: string): string | undefined {
  const words = text.replaceAll('’', "'").replace(/\s+/g, ' ').replace(/[\s.,;!]+$/, '').trim();
  if (words === '') return part === 'cue' ? l10n.t('What will you see, hear or read just before?') : l10n.t('What will you do then?');
  return part === 'cue' ? cueProblem(words) : actProblem(words, words.replace(LEAD_INS.act, ''));
}

function cueProblem(words: string): string | undefined {
  const moment = words.replace(EMPTY_TIMES, ' ').replace(/[\s,]+/g, ' ').trim().replace(LEAD_INS.cue, '');
  if (moment !== '' && ![...VAGUE_EVENTS, ...FEELINGS].some((pattern) => pattern.test(moment))) return undefined;
  return l10n.t('“{0}” has no moment that you could notice. What will you see, hear or read just before?', quoted(words));
}

function actProblem(words: string, bare: string): string | undefined {
  if (OTHERS.some((pattern) => pattern.test(bare))) return l10n.t('That is someone else’s act. What will you do?');
  if (NOT_DOING.some((pattern) => pattern.test(bare))) return l10n.t('What will you do instead?');
  if (AIMS.some((pattern) => pattern.test(bare))) return l10n.t('“{0}” is an aim. What would a camera see you do?', quoted(words));
  return undefined;
}

function quoted(words: string): string {
  return words.length > QUOTED ? `${words.slice(0, QUOTED).trim()}…` : words;
}
