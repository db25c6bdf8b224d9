import * as l10n from '@vscode/l10n';
import { filters, OTHER_KEYS, type FilterContext, type Test } from './filters';
import { wordsOf } from './words';

/** What is looked for. */
export interface Query {
  /** Each is the beginning of a word that must be there. */
  readonly words: readonly string[];
  readonly tests: readonly Test[];
  /** One sentence for each filter that is not understood. The rest of the query holds all the same. */
  readonly problems: readonly string[];
}

/** Runs of anything but spaces; in quotation marks, spaces belong to it. */
const TERMS = /(?:[^\s"“”]+|["“”][^"“”]*(?:["“”]|$))+/gu;
const KEYED = /^(\p{L}+):(.*)$/su;

/**
 * Reads what was typed. `key:value` is a filter, `key:"two words"` too; the word `draft` alone is one; everything else is words. What
 * is in quotation marks from its first sign on is never a filter.
 */
export function parseQuery(typed: string, context: FilterContext): Query {
  const [words, tests, problems]: [string[], Test[], string[]] = [[], [], []];
  for (const term of typed.match(TERMS) ?? []) {
    const read = readTerm(term, context);
    if (typeof read === 'string') problems.push(read);
    else if (typeof read === 'function') tests.push(read);
    else words.push(...read);
  }
  return { words: [...new Set(words)], tests, problems };
}

/** Words, a test, or a sentence that says what is not understood. */
function readTerm(term: string, context: FilterContext): readonly string[] | Test | string {
  if (term.toLowerCase() === 'draft') return readTerm('state:draft', context);
  const [, key = '', rest = ''] = KEYED.exec(term) ?? [];
  const value = rest.replaceAll(/["“”]/g, '').trim();
  const isWords = key === '' || rest.startsWith('//'); // an address
  const known = filters().find((each) => each.key === (OTHER_KEYS[key.toLowerCase()] ?? key.toLowerCase()));
  if (isWords || (!known && value === '')) return wordsOf(term);
  if (!known) return l10n.t('There is no filter “{0}”. In quotation marks it is looked for as words.', `${key}:`);
  return wordsOf(value).length === 0 ? l10n.t('{0} needs something after it, like {1}.', `${known.key}:`, known.example) : known.read(value, context);
}
