/** A tag with what is needed to see production go back. Times are milliseconds since 1970. */
export interface DeployTag {
  readonly name: string;
  /** When it was made; of a light tag, which has no time of its own, when its commit was. */
  readonly created: number;
  /** The full hash of its commit, and when that was committed. */
  readonly commit: string;
  readonly committed: number;
}

/** Production seems to have gone from one tag back to an older commit: git has to say whether it is an ancestor. */
export interface StepBack {
  readonly from: DeployTag;
  readonly to: DeployTag;
  /** When: from the name of the later tag, else when it was made. */
  readonly at: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More commits than these are no rollback but another branch: without this bound one repository gave 18 more, thousands of commits back. */
export const MOST_BACK = 200;
/** Production does not go back after longer than this. */
const LONGEST_STEP = 24 * HOUR;
/** A series is one only where this many tags were made in 90 days. */
const FEWEST = 10;
const SEASON = 90 * DAY;
const PRODUCTION = /prod|live|release|deploy/i;

/** What a tag has in common with its series: its name without numbers. */
export const seriesOf = (name: string): string => name.replace(/\d+/g, '#');

/**
 * Where production may have gone back: neighbours in a production series, by time, at most a day apart, of which the later one has the
 * older commit.
 * @param series what the tags of production begin with, as set; undefined: series whose names say so
 * @param since of the later tag, in milliseconds
 */
export function stepsBack(tags: readonly DeployTag[], { series, since }: { readonly series?: string | undefined; readonly since: number }): readonly StepBack[] {
  const isProduction = ({ name }: DeployTag): boolean => (series === undefined || series === '' ? PRODUCTION.test(seriesOf(name)) : name.startsWith(series));
  const bySeries = new Map<string, DeployTag[]>();
  for (const tag of tags.filter(isProduction)) push(bySeries, seriesOf(tag.name), tag);
  return [...bySeries.values()].flatMap((list) => stepsIn(list, since)).toSorted((a, b) => b.at - a.at);
}

/**
 * Whether the numbers of the later name are the greater ones. Where they are not, builds ended out of order (97 times in one repository that
 * tags each build), or an older version got a fix.
 */
function isCountedUp(before: string, after: string): boolean {
  const [old, fresh] = [numbersIn(before), numbersIn(after)];
  const at = fresh.findIndex((number, index) => number !== old[index]);
  return at >= 0 && (fresh[at] ?? 0) > (old[at] ?? 0);
}

const numbersIn = (name: string): readonly number[] => (name.match(/\d+/g) ?? []).map(Number);

function push(map: Map<string, DeployTag[]>, key: string, tag: DeployTag): void {
  const list = map.get(key);
  if (list) list.push(tag);
  else map.set(key, [tag]);
}

function stepsIn(series: readonly DeployTag[], since: number): StepBack[] {
  const timed = series.map((tag) => ({ tag, at: timeInName(tag.name) ?? tag.created })).toSorted((a, b) => a.at - b.at || (a.tag.name < b.tag.name ? -1 : 1));
  let season = 0; // the first tag of the 90 days up to this one
  return timed.flatMap(({ tag: to, at }, index) => {
    while ((timed[season]?.at ?? at) <= at - SEASON) season += 1;
    const before = timed[index - 1];
    if (index - season + 1 < FEWEST || !before || !isCountedUp(before.tag.name, to.name) || at < since || at - before.at > LONGEST_STEP || before.tag.commit === to.commit || to.committed > before.tag.committed) return [];
    return [{ from: before.tag, to, at }];
  });
}

const IN_NAME = /(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?:[-_.T]{0,2}([01]\d|2[0-3])[-_.:]?([0-5]\d)(?:[-_.:]?([0-5]\d))?)?/;

/** The time that a name says, with a day and a time of day; no zone is given, so it is read as UTC. A day alone gives no order. */
export function timeInName(name: string): number | undefined {
  const [, year, month, day, hour, minute, second = '00'] = IN_NAME.exec(name) ?? [];
  if (hour === undefined) return undefined;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : at;
}

/** For `git for-each-ref --format`, one tag a line. */
export const DEPLOY_TAG_FORMAT =
  '%(creatordate:unix)%00%(committerdate:unix)%(*committerdate:unix)%00%(objecttype)%(*objecttype)%00%(objectname)%00%(*objectname)%00%(refname:strip=2)';

/** Reads what `git for-each-ref` said. Only tags of a commit. */
export function parseDeployTags(output: string): DeployTag[] {
  return output.split('\n').flatMap((line) => {
    const [created = '', committed = '', type, object = '', inner = '', name] = line.split('\0');
    if (name === undefined || created === '' || (type !== 'commit' && type !== 'tagcommit')) return [];
    return [{ name, created: Number(created) * 1000, committed: Number(committed) * 1000, commit: inner || object }];
  });
}
