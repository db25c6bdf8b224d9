import { DEPLOY_TAG_FORMAT, MOST_BACK, parseDeployTags, stepsBack, type StepBack } from '../core/signals/productionTags';

/** Asks git; an empty text where it cannot say. */
export type Ask = (args: readonly string[], input?: string) => Promise<string>;

/** More seeming steps back than these are not looked into at once: each costs a command. The newest first. */
const MOST_STEPS = 100;

/** Where production went back by its tags: those in which the later tag is a strict ancestor, at most 200 commits back. */
export async function readStepsBack(ask: Ask, options: { readonly series?: string | undefined; readonly since: number }): Promise<readonly StepBack[]> {
  const tags = parseDeployTags(await ask(['for-each-ref', `--format=${DEPLOY_TAG_FORMAT}`, 'refs/tags']));
  const found: StepBack[] = [];
  for (const step of stepsBack(tags, options).slice(0, MOST_STEPS)) if (await isBack(ask, step.from.commit, step.to.commit)) found.push(step);
  return found;
}

/** Whether `to` is a strict ancestor of `from`, and not too far back. */
async function isBack(ask: Ask, from: string, to: string): Promise<boolean> {
  const [ahead, behind] = (await ask(['rev-list', '--left-right', '--count', '--end-of-options', `${to}...${from}`])).trim().split('\t').map(Number);
  return ahead === 0 && behind !== undefined && behind > 0 && behind <= MOST_BACK;
}

/** Tags and branches that are moved to what runs in production. */
const MOVING = ['production', 'live'].flatMap((name) => [`refs/tags/${name}`, `refs/remotes/origin/${name}`, `refs/heads/${name}`]);

/** Where they are, by full name. */
export async function productionNow(ask: Ask): Promise<Readonly<Record<string, string>>> {
  const lines = (await ask(['for-each-ref', '--format=%(refname)%00%(objectname)%00%(*objectname)', ...MOVING])).split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [name = '', object = '', inner = ''] = line.split('\0');
      return MOVING.includes(name) ? [[name, inner || object] as const] : [];
    }),
  );
}

/** A reference that moved back between two looks. */
export interface MovedBack {
  readonly from: { readonly name: string };
  readonly to: { readonly name: string; readonly commit: string };
  readonly at: number;
}

/** Which of them went back since the last look. When, is not known: it is said now. */
export async function movedBack(ask: Ask, before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>, at: number): Promise<readonly MovedBack[]> {
  const found: MovedBack[] = [];
  for (const [name, commit] of Object.entries(now)) {
    const old = before[name];
    if (old !== undefined && old !== commit && (await isBack(ask, old, commit))) found.push({ from: { name: old.slice(0, 7) }, to: { name: commit.slice(0, 7), commit }, at });
  }
  return found;
}
