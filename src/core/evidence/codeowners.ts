import { matchesPath, pathPattern, type Dialect, type PathPattern } from './pathPattern';

/** Where a file of owners may be, the first that is there counts: GitHub's order, then GitLab's own place. */
export const CODEOWNERS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** One line of a file of owners. */
export interface OwnerRule {
  readonly pattern: PathPattern;
  /** In small letters: `@name`, `@group/team`, a mail address. None: nobody owns these. */
  readonly owners: readonly string[];
}

/** The rules of a file, by section: in each of them the last that matches a path counts. A file without sections is one. */
export type OwnerRules = readonly (readonly OwnerRule[])[];

/** More lines are not read: each path is held against each. */
const MOST_RULES = 3_000;
/** GitLab: `[Name]`, `^[Optional]`, `[Name][2] @owner`. GitHub has no such lines. */
const SECTION = /^\^?\[([^\]]+)\](?:\[\d+\])?(?:\s(.*))?$/;
/** A pattern with its blanks escaped, then owners. */
const LINE = /^((?:\\.|[^\s\\])+)(?:\s(.*))?$/;

/**
 * Reads a file of owners. Lines that say nothing readable are left out, as both services do.
 * @param file where it is: what lies in `.gitlab`, or has sections, is read as GitLab reads it
 */
export function readCodeowners(text: string, file: string): OwnerRules {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const dialect: Dialect = file.startsWith('.gitlab/') || lines.some((line) => SECTION.test(line)) ? 'gitlab' : 'github';
  const sections = new Map<string, OwnerRule[]>([['', []]]);
  let [name, usual]: [string, readonly string[]] = ['', []];
  for (const line of lines.slice(0, MOST_RULES)) {
    const [, section, defaults] = (dialect === 'gitlab' && SECTION.exec(line)) || [];
    if (section !== undefined) {
      [name, usual] = [section.toLowerCase(), ownersIn(defaults)];
      continue;
    }
    const rule = ruleOf(line, dialect, usual);
    if (!rule) continue;
    const rules = sections.get(name) ?? [];
    rules.push(rule);
    sections.set(name, rules);
  }
  return [...sections.values()].filter((rules) => rules.length > 0);
}

/** @param usual who owns what a line gives to nobody by name */
function ruleOf(line: string, dialect: Dialect, usual: readonly string[]): OwnerRule | undefined {
  const [, words = '', rest] = LINE.exec(line) ?? [];
  const isExcluded = words.startsWith('!');
  if (isExcluded && dialect === 'github') return undefined; // GitHub knows no exclusion
  const pattern = pathPattern(isExcluded ? words.slice(1) : words, dialect);
  const named = ownersIn(rest);
  return pattern && { pattern, owners: isExcluded ? [] : named.length > 0 ? named : usual };
}

function ownersIn(text = ''): readonly string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const comment = words.findIndex((word) => word.startsWith('#'));
  return (comment < 0 ? words : words.slice(0, comment)).map((word) => word.toLowerCase());
}

/** Whether somebody owns a path, from the root of the repository. @param who all that they are called, in small letters */
export function owns(rules: OwnerRules, who: ReadonlySet<string>, path: string): boolean {
  return rules.some((section) => section.findLast(({ pattern }) => matchesPath(pattern, path))?.owners.some((owner) => who.has(owner)));
}

/** Addresses that GitHub and GitLab give out say who somebody is there. */
const HANDLES = [/^(?:\d+\+)?([a-z\d-]+)@users\.noreply\.github\.com$/i, /^\d+-([\w.-]+)@users\.noreply\.gitlab\.com$/i];

/** What a file of owners may call somebody with these addresses: the addresses, and accounts that can be told from them. In small letters. */
export function ownerNames(mails: readonly string[]): readonly string[] {
  const accounts = mails.flatMap((mail) => HANDLES.flatMap((handle) => handle.exec(mail)?.[1] ?? []));
  return [...mails, ...accounts.map((account) => `@${account}`)].map((name) => name.toLowerCase());
}
