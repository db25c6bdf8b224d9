import { shownTexts } from '../reflection/clashes';
import { canonical, mergeSets, oneSided } from './mergeValue';
import type { Clash, Incident } from './schema';

/** Every file that keeps what lost against another value. */
export interface WithClashes {
  readonly clashes?: readonly Clash[];
}

export function withoutClashes<T extends WithClashes>(record: T): T {
  const { clashes, ...rest } = record;
  return clashes === undefined ? record : (rest as T);
}

/** What waits in three versions of a record. */
export type Waiting = Readonly<Record<'base' | 'a' | 'b', readonly Clash[]>>;

/**
 * The clashes of both sides without those that one side has settled, and those of this merge. Sorted, so that two machines write the
 * same; undefined where there is none.
 */
export function mergeClashes({ base, a, b }: Waiting, fresh: readonly Clash[]): readonly Clash[] | undefined {
  const waiting = (oneSided({ base, a, b }) as readonly Clash[] | undefined) ?? mergeSets(base, a, b);
  const known = new Set(waiting.map(canonical));
  const added = new Map(fresh.map((clash) => [canonical(clash), clash]));
  const news = [...added].flatMap(([text, clash]) => (known.has(text) ? [] : [clash]));
  const isOfOneSide = news.length === 0 && (waiting === a || waiting === b);
  const all = isOfOneSide ? waiting : sorted([...waiting, ...news]);
  return all.length > 0 ? all : undefined;
}

const sorted = (clashes: readonly Clash[]): readonly Clash[] => [...clashes].sort((one, other) => (canonical(one) < canonical(other) ? -1 : 1));

/**
 * The clashes of this merge as the screens ask for them. A screen may read a text in another place than the one where it was changed:
 * both sides rated one behaviour, and the newer rating is shown. So what a side newly says on a screen and the merged record does not
 * say there, waits beside that field, too.
 */
export function clashesOfTexts(versions: readonly [base: Incident | undefined, a: Incident, b: Incident], merged: Incident, lost: readonly Clash[]): readonly Clash[] {
  const [base, a, b] = versions;
  const now = shownTexts(merged);
  const [before, after] = [new Map(base && textsByPath(base)), new Map(textsByPath(merged))];
  const pathAt = new Map(now.map(({ pointer, path }) => [pointer, path]));
  const named = lost.map(({ path, other }) => ({ path: (typeof other === 'string' && pathAt.get(path)) || path, other }));
  const isSaid = ({ path, other }: Clash): boolean => path.startsWith('/') || other !== '';
  const unsaid = [...textsByPath(a), ...textsByPath(b)].filter(([path, text]) => text !== before.get(path) && text !== after.get(path));
  return [...named.filter(isSaid), ...unsaid.map(([path, other]) => ({ path, other }))];
}

const textsByPath = (incident: Incident) => shownTexts(incident).map(({ path, text }) => [path, text] as const);
