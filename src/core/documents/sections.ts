import type { Block } from './blocks';

/** What a part of an incident document is about. */
export type SectionKind = 'timeline' | 'summary' | 'impact' | 'cause' | 'detection' | 'resolution' | 'actions' | 'lessons';

export interface Section {
  readonly kind: SectionKind;
  /** Of its heading. */
  readonly line: number;
  /** The blocks in it, without its heading; where a list's entry is the heading, what is below that. */
  readonly blocks: readonly Block[];
  /** What the heading says. */
  readonly heading: string;
}

/**
 * What parts are called. English, Japanese, Chinese and some Ukrainian are the reference's (measured on 1,597 documents); German, French,
 * Spanish, Portuguese, Korean, Russian and the phrases with "we" and "how" were added for organisations that it did not know.
 */
const NAMES: Readonly<Record<SectionKind, RegExp>> = {
  timeline: /\b(?:time-?\s?lines?|key events|key timestamps|chronology|sequence of events|order of events|event log|incident log|what happened when|events?$|zeitleiste|zeitlicher ablauf|chronologie|cronolog[ií]a|l[íi]nea (?:de|del) tiempo|linha do tempo|log of events)|タイムライン|時系列|经过|時間軸|时间线|时间轴|хронологія|хронология|타임라인|경과/i,
  summary: /^(?:\d{1,2}[.)]\s{0,3})?(?:executive\s|incident\s|problem\s|issue\s|quick\s|brief\s)?(?:summary|overview|tl;?\s?dr|synopsis|abstract|what happened|what was the problem|what went down|background|description|introduction|zusammenfassung|resum[eo]|resumen|r[ée]sum[ée])\b|サマリー|概要|摘要|概述|요약|개요|підсумок|резюме|кратко/i,
  impact: /\b(?:impact(?:ed)?|affected|blast radius|symptoms?|scope|consequences|auswirkung(?:en)?|impacto)\b|影響|影响|영향|вплив|влияние|последствия|наслідки/i,
  cause: /\b(?:root[- ]?causes?|causes?|caused|trigger|contributing factors?|contributors|why (?:it|this|did it|did this) happen(?:ed)?|why\?|fault|what went wrong|technical (?:details|explanation|analysis)|diagnosis|vulnerability|ursachen?|causa(?: ra[ií]z)?)\b|原因|根因|원인|причин/i,
  detection: /\b(?:detection|detected|how (?:it|we|was it|did we) (?:was |were )?(?:found|find|detected?|know|notice)|identified|identification|discovery|erkennung|detec[cç](?:i[oó]n|[aã]o))\b|検知|检测|탐지|감지|виявлен|обнаружен/i,
  resolution: /\b(?:resolution|mitigations?|recovery|resolved|remediation|fix(?:es|ed)?|how (?:we|it was|did we) (?:fix(?:ed)?|resolved?|solved?)(?: (?:it|this|the issue))?|solution|immediate actions?|response|workarounds?|steps (?:taken|to resolution)|behebung|l[öo]sung|resoluci[oó]n|resolu[cç][aã]o)\b|対応|復旧|解决|修复|해결|복구|조치|вирішення|решение|виправлення|исправление/i,
  actions: /\b(?:action[- ]?items?|actions?|follow[- ]?ups?|next steps|preventi(?:on|ve|ng)|preventative|corrective|remediation items|actionables|review actions|improvements?|to-?dos?|(?:what (?:we are|we're|are we) doing|what happens now|what's next)|ma(?:ß|ss)nahmen|a[cç](?:[oõ]es|ciones))\b|再発防止|アクション|改进|预防|재발 방지|후속|액션|наступні кроки|дальнейшие|заходи|меры/i,
  lessons: /\b(?:lessons?(?: learn(?:ed|t))?|learnings|takeaways|what (?:went|did(?:n't| not)? go) (?:well|poorly|wrong|so well)|what (?:we|have we|did we) learn(?:ed|t)?|where we got lucky|went (?:well|wrong)|retrospective|(?:five|5) whys|what could have gone better|reflections?|conclusions?|lecciones|li[cç][oõ]es)\b|教訓|学び|うまくいった|교훈|배운|уроки|висновки|выводы/i,
};
export const KINDS = Object.keys(NAMES) as SectionKind[];

/** A heading is at most so long; a longer line is a sentence. */
const LONGEST_HEADING = 90;

/** What a heading is about; more than one for "Detection and resolution". */
export function kindsOf(heading: string): SectionKind[] {
  const text = heading.replace(/^[^\p{L}\d]{0,8}/u, '').slice(0, 200);
  return text.length > LONGEST_HEADING ? [] : KINDS.filter((kind) => NAMES[kind].test(text));
}

/** The parts of a document, in its order; each kind may be there more than once. Its only first-level heading is its title, and no part. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const titles = blocks.filter((block) => block.kind === 'heading' && block.level === 1).length;
  return blocks.flatMap((block, at) => {
    const heading = headingAt(block);
    if (heading === undefined) return [];
    const inside = blocks.slice(at + 1, endOf(blocks, at));
    return kindsOf(heading.text)
      .filter((kind) => !(heading.level === 1 && titles === 1 && kind !== 'timeline'))
      .map((kind) => ({ kind, line: block.line, heading: heading.text, blocks: heading.rest ? [heading.rest, ...inside] : inside }));
  });
}

interface Heading {
  readonly text: string;
  /** 1 to 7; 8 for a list's entry, 9 for a line with a name and a colon. */
  readonly level: number;
  /** What stands in the heading's own line after it. */
  readonly rest?: Block;
}

/** A heading, a list's entry whose beginning is bold ("- **Impact**: …"), or a line that is only a name ("Root cause:"). */
function headingAt(block: Block): Heading | undefined {
  if (block.kind === 'heading') return { text: block.text, level: block.level };
  if (block.kind !== 'item' && block.kind !== 'text') return undefined;
  const bold = /^(?:\*\*|__)([^*_]{2,50})(?:\*\*|__)\s{0,3}:?\s{0,3}(.*)$/.exec(block.raw);
  if (bold) return { text: (bold[1] ?? '').replace(/\s{0,3}:\s{0,3}$/, ''), level: block.kind === 'item' ? 8 : 9, ...restOf(block, bold[2]) };
  const named = block.kind === 'item' ? undefined : /^([A-Z][A-Za-z' /&-]{2,50})(?:\s{0,2}:|\?)?$/.exec(block.text);
  return named && block.kind === 'text' && block.begins ? { text: named[1] ?? '', level: 9 } : undefined;
}

function restOf(block: Block & { readonly kind: 'item' | 'text' }, raw = ''): { readonly rest?: Block } {
  const at = block.text.indexOf(':');
  const text = at >= 0 && at < 60 ? block.text.slice(at + 1).trim() : raw.trim();
  return raw.trim() === '' ? {} : { rest: { ...block, text, raw } };
}

/** Where a part ends: at the next heading of its level or above; for a list's entry at the next one that is not below it. */
function endOf(blocks: readonly Block[], at: number): number {
  const start = blocks[at] as Block;
  const level = headingAt(start)?.level ?? 0;
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next] as Block;
    if (block.kind === 'heading' && (level >= 8 || block.level <= level)) return next;
    if (level === 8 && block.kind === 'item' && start.kind === 'item' && block.indent <= start.indent) return next;
    if (level === 9 && (headingAt(block)?.level ?? 0) === 9 && kindsOf(headingAt(block)?.text ?? '').length > 0) return next;
  }
  return blocks.length;
}
