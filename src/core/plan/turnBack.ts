import * as l10n from '@vscode/l10n';

/** The two parts of an if-then plan: the cue (when I next see …) and the act (I will …). */
export const PARTS = ['cue', 'act'] as const;
export type PlanPart = (typeof PARTS)[number];

type Rule = readonly [pattern: RegExp, sentence: (words: string) => string];

const noMoment = (words: string): string =>
  l10n.t('“{0}” has no moment that you could notice. What will you see, hear or read just before?', words);
const aim = (words: string): string => l10n.t('“{0}” is an aim. What would a camera see you do?', words);
const others = (): string => l10n.t('That is someone else’s act. What will you do?');
const notDoing = (): string => l10n.t('What will you do instead?');

/** Words that name no moment, after the implementation-intention literature: a cue must be noticed to act (Gollwitzer & Sheeran 2006). */
const CUES: readonly Rule[] = [
  [/\b(?:in (?:the )?future|from now on|in general|next time|at some point|some ?day|as needed|when(?:ever)? (?:needed|necessary|possible))\b/i, noMoment],
  [/\b(?:something (?:like this|similar|goes wrong|happens|bad)|things go wrong|a problem|any(?:thing| incident| problem)|a(?:nother)? (?:serious |big |bad |major |similar )?(?:incident|outage|crisis))\s*$/i, noMoment],
  [/\b(?:be(?:ing)? (?:more )?careful|under pressure|stressed?|busy|it gets (?:hard|difficult|hectic))\b/i, noMoment],
];

const ACTS: readonly Rule[] = [
  [/^\s*(?:the team|they|someone|somebody|everyone|everybody|others|people|management|ops|sre|developers?)\b/i, others],
  [/^\s*(?:not|never|no longer|don[’']t|stop|avoid|refrain from)\b/i, notDoing],
  [/\b(?:be|stay|remain|become|get) (?:more |less |better |calm|careful|mindful|patient|aware|focused|quick|clear|open)\w*/i, aim],
  [/\b(?:improve|try (?:harder|to)|do better|work (?:harder|on)|focus on|pay (?:more )?attention|remember to|think about|keep in mind|make sure|communicate(?: more| better)?|listen more|react faster|respond faster)\b/i, aim],
];

/**
 * Why a part of a plan is turned back, as a sentence, or undefined where it is not. A vague cue and an aim are turned back once;
 * what the lead then keeps is kept.
 */
export function turnBack(part: PlanPart, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return part === 'cue' ? l10n.t('What will you see, hear or read just before?') : l10n.t('What will you do then?');
  for (const [pattern, sentence] of part === 'cue' ? CUES : ACTS) {
    const match = pattern.exec(trimmed);
    if (match) return sentence(match[0].trim());
  }
  return undefined;
}
