import type { Block } from './blocks';

/** How a document is written: each figure is how often that comes in a thousand words. */
export interface Manner {
  readonly words: number;
  /** Names of source files: notes of work on code are full of them. */
  readonly sourceFiles: number;
  /** Marks of what is done or not: checklists and reports of work. */
  readonly ticks: number;
  /** What helps a machine to write code, and its sessions. */
  readonly assistants: number;
  /** Verbs of what happened. Means something only in English. */
  readonly past: number;
  readonly english: boolean;
}

/** So much of a document is looked at: characters. */
const FAR_ENOUGH = 20_000;
/** A short text has few words of any kind: its figures are taken as if it had so many. */
const FEWEST_WORDS = 120;

const SOURCE_FILE = /\w\.(?:tsx?|m?jsx?|py|go|rs|java|rb|php|sh|sql|json|ya?ml|md|toml|css|html|tf)\b/g;
const TICK = /[✅❌⚠✔✘☑🔴🟡🟢🔥🎯]/gu;
const ASSISTANT = /\b(?:claude|codex|gemini|copilot|chatgpt|gpt|llms?|agents?|session|handoff|hand-off|prompts?)\b/gi;
const PAST = /\b(?:was|were|had|did|noticed|began|started|restored|recovered|reported|became|stopped|failed|caused|led|resulted|went|got|saw|found)\b/gi;
const ENGLISH = /\b(?:the|and|of|to)\b/gi;

export function mannerOf(blocks: readonly Block[]): Manner {
  let text = '';
  for (const block of blocks) {
    if (block.kind === 'code') continue;
    text += `${block.text}\n`;
    if (text.length > FAR_ENOUGH) break;
  }
  const words = Math.max(text.match(/\S+/g)?.length ?? 0, FEWEST_WORDS);
  const often = (pattern: RegExp): number => ((text.match(pattern)?.length ?? 0) * 1000) / words;
  return { words, sourceFiles: often(SOURCE_FILE), ticks: often(TICK), assistants: often(ASSISTANT), past: often(PAST), english: often(ENGLISH) > 30 };
}
