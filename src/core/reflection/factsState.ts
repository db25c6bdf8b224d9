import * as l10n from '@vscode/l10n';
import { pathInFolder } from '../found/documentPath';
import { sourceName } from '../found/sourceWords';
import { DOCUMENT } from '../found/listing';
import type { ToldTime } from '../found/documentClaim';
import type { Incident } from '../journal/schema';
import type { ReflectionContext, ReflectionState } from './reflectionState';

type Facts = ReflectionState['facts'];
type Spot = NonNullable<Facts['spots']>[number];

/** Who said so, in words. */
function sourceWords(source: string | undefined): string {
  if (source === undefined || source === 'person') return l10n.t('as you gave it');
  return source === DOCUMENT ? l10n.t('from the document') : sourceName(source);
}

/** The facts, and which source said when it was: of a document, with the line that says it. */
export function factsState({ incident, evidence }: ReflectionContext): Facts {
  const { window, role, kind, outcome, severity } = incident;
  const inside = evidence.status !== 'ready' ? '' : evidence.inside === 1 ? l10n.t('1 commit falls inside.') : l10n.t('{0} commits fall inside.', evidence.inside);
  const spots = spotsOf(incident, evidence.documents ?? []);
  return {
    lead: leadWords(incident),
    start: window.start,
    ...(window.end !== undefined && { end: window.end }),
    why: [whyWords(window, spots), inside].filter(Boolean).join(' '),
    ...(spots.length > 0 && { spots }),
    ...(role && { role }),
    ...(kind && { kind }),
    ...(outcome && { outcome }),
    ...(severity && { severity }),
  };
}

function leadWords({ role, outcome, window }: Incident): string {
  if (role || outcome) return l10n.t('Change what is wrong.');
  const isGiven = [window.startFrom, window.endFrom].every((source) => source === undefined || source === 'person');
  return isGiven ? l10n.t('The times are as you named them. The rest only you can know.') : l10n.t('The times are as they were found. Correct what is wrong; the rest only you can know.');
}

/** What a link says already is not said again. */
function whyWords({ startFrom, endFrom }: Incident['window'], spots: readonly Spot[]): string {
  const [from, to] = [sourceWords(startFrom), sourceWords(endFrom)];
  const saysStart = spots.some(({ of }) => of === 'start');
  const saysEnd = spots.some(({ of }) => of === 'end');
  if (saysStart && saysEnd) return '';
  if (saysStart) return endFrom === DOCUMENT ? l10n.t('The document gives no end: it stands where it began.') : l10n.t('End: {0}.', to);
  if (saysEnd) return l10n.t('Start: {0}.', from);
  return from === to ? l10n.t('Start and end: {0}.', from) : l10n.t('Start: {0}. End: {1}.', from, to);
}

/** Where a document says what stands in the window. What the lead corrected is from nowhere but the lead. */
function spotsOf({ window }: Incident, documents: NonNullable<ReflectionContext['evidence']['documents']>): readonly Spot[] {
  const spot = (of: Spot['of'], stored: string | undefined, from: string | undefined): readonly Spot[] => {
    const isIt = (told: ToldTime | undefined): told is ToldTime => told !== undefined && stored !== undefined && Date.parse(told.at) === Date.parse(stored);
    const document = from === DOCUMENT ? documents.find((each) => isIt(each[of])) : undefined;
    const told = document?.[of];
    if (!document || !told) return [];
    const place = pathInFolder(document.ref);
    const words = of === 'start' ? l10n.t('Start: {0}, line {1}', place, told.line) : l10n.t('End: {0}, line {1}', place, told.line);
    return [{ of, document: document.ref, line: told.line, words, ...(told.isDay && { onlyDay: true as const }) }];
  };
  return [...spot('start', window.start, window.startFrom), ...spot('end', window.end, window.endFrom)];
}
