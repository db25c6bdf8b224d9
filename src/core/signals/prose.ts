/** More of a body is not read, and of what is left of it no more is looked at: UTF-16 code units. */
export const MOST_BODY = 16_000;
const MOST_PROSE = 4_000;
const MOST_SUBJECT = 1_000;

const TRAILER = /^\s*(?:Signed-off-by|Change-Id|Reviewed-by|Reviewed-on|Acked-by|Tested-by|Co-authored-by|Depends-On|Cc|Bug|Refs?|Hosts?|changelog)\s*:.*$/gmi;
/** A longer gap, and the rest of a longer word, say no more than a short one, and would take the patterns their time. */
const GAP = /\s{32,}/g;
const LONG_WORD = /([\w-]{100})[\w-]+/g;

/** The subject, as far as it is looked at. */
export const subjectText = (subject: string): string => readable(subject.slice(0, MOST_SUBJECT));

/** The body as it was written, as far as it is looked at. */
export const bodyText = (body: string): string => readable(body.slice(0, MOST_BODY));

const readable = (text: string): string =>
  text.length < 32 ? text : text.replace(GAP, (gap) => (gap.includes('\n') ? '\n\n' : ' ')).replace(LONG_WORD, '$1');

/**
 * What a body says in sentences: without trailers, "This reverts commit", comments of a template, code, addresses and conflicts; lines
 * that were broken at 72 columns are joined, since half a sentence says something else.
 * @param body as `bodyText` has it
 */
export function prose(body: string): string {
  const written = body
    .replace(/^This reverts commits?:?\s.*$/gim, '')
    .replace(/\breversing\s+changes\s+made\s+to\s+[0-9a-f]+\.?/gi, '')
    .replace(/^\s*Reverts [\w.-]+\/[\w.-]+#\d+\s*$/gim, '')
    .replace(TRAILER, '');
  return withoutComments(written)
    .replace(/^\s*(?:Conflicts:|#\s*Conflicts:)[\s\S]*$/m, '')
    .replace(/`[^`]*`/g, ' ')
    .replace(/https?:\/\/\S+/g, ' URL ')
    .replace(/([^\n])\n(?![\n*•-]|\s*\d+[.)])/g, '$1 ')
    .replace(/[ \t]+/g, ' ')
    .trim()
    .slice(0, MOST_PROSE);
}

/** `<!-- … -->` away, in one pass however often one is begun. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    kept += text.slice(from, open);
    from = close + 3;
  }
  return kept + text.slice(from);
}

/** A body that lists what was squashed: more than two items with a star. Its lines speak of work inside the branch. */
export const isSquashList = (body: string): boolean => body.split(/^\s*\*\s/m).length > 3;
