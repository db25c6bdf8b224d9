import * as l10n from '@vscode/l10n';
import { storedTime } from '../incident/times';
import type { Drill, DrillLine } from '../journal/drillSchema';
import type { Incident, Role } from '../journal/schema';
import { FORMAT } from '../journal/values';
import type { Step } from '../reflection/step';

/** Where a story is from: a drill that ships, one that the team wrote, an own incident, an incident document. */
export type DrillSource = 'ready' | 'team' | 'incident' | 'document';

/** One decision of a story, and what happened then. */
export interface StoryPoint {
  /** "16:42", as it is told. */
  readonly time: string;
  /** What came in since the decision before. */
  readonly known: readonly DrillLine[];
  readonly ask?: string;
  /** What people did. */
  readonly did?: string;
  readonly then: readonly DrillLine[];
}

/** A story that can be replayed: what was known at each decision, and what happened then. */
export interface DrillStory {
  /** As in `DrillSource`; another version may know more. */
  readonly source: string;
  readonly ref?: string;
  readonly title: string;
  /** A tag of BCP 47, where the story says in which language it is told. */
  readonly language?: string;
  readonly minutes?: number;
  /** What whoever practises does in it. */
  readonly role?: Role;
  readonly situation: string;
  readonly points: readonly StoryPoint[];
  readonly outcome: string;
  readonly afterwards: readonly string[];
}

/** Digits enough for each decision of a story, so that ids have their order: lists are written by id. */
const DIGITS = 2;

/** A record of a drill that begins now. It holds the whole story: what it is from may change, or go. */
export function newDrill(story: DrillStory, { now, newId }: Pick<Step, 'now' | 'newId'>): Incident {
  const { source, title, role, points, afterwards, ...told } = story;
  const at = storedTime(Date.parse(now));
  const drill: Drill = {
    source,
    title,
    ...told,
    points: points.map((point, index) => ({ id: `d${String(index + 1).padStart(DIGITS, '0')}`, ...point, known: [...point.known], then: [...point.then] })),
    ...(afterwards.length > 0 && { afterwards: [...afterwards] }),
  };
  return {
    format: FORMAT,
    id: newId(),
    title: l10n.t('Drill: {0}', title),
    window: { start: at, end: at, startFrom: 'person', endFrom: 'person' },
    ...(role && { role }),
    kind: 'drill',
    claims: [{ id: newId(), source: 'person', seen: at, drill: true }],
    reflection: { path: 'short', started: now },
    drill,
  };
}

/** The story of a drill once more, with nothing of what was said to it; undefined where a record is none. */
export function storyAgain({ drill, title, role }: Incident): DrillStory | undefined {
  if (!drill) return undefined;
  const { source, ref, language, minutes, situation, points, outcome, afterwards = [] } = drill;
  return {
    source, situation, outcome, afterwards,
    title: drill.title ?? title,
    ...(ref !== undefined && { ref }),
    ...(language !== undefined && { language }),
    ...(minutes !== undefined && { minutes }),
    ...(role && { role }),
    points: points.map(({ time, known, ask, did, then }) => ({ time, known, ...(ask !== undefined && { ask }), ...(did !== undefined && { did }), then })),
  };
}
