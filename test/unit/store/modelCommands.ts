import fc from 'fast-check';
import { setStakes } from './journalFolder';
import type { Desk } from './modelDesk';

/** One thing that is done, by one of two windows or by hand. Where it cannot be done, it does nothing. */
export interface Command {
  readonly run: (desk: Desk) => void | Promise<void>;
  /** For the report of a sequence that failed. */
  readonly toString: () => string;
}

type Do = (desk: Desk, id: string, window: number, call: number) => void | Promise<void>;

/** What changes an incident that is there, with how often it is chosen. */
const commands: Readonly<Record<string, readonly [weight: number, Do]>> = {
  change: [6, async (desk, id, window) => {
    const text = desk.text();
    await desk.change(id, () => desk.window(window).update(id, setStakes(text)), { text, deleted: false });
  }],
  'change nothing': [1, (desk, id, window) => desk.change(id, () => desk.window(window).update(id, (record) => record), known(desk, id))],
  delete: [3, (desk, id, window) => desk.change(id, () => desk.window(window).remove(id), { ...known(desk, id), deleted: true })],
  undo: [2, (desk, id, window) => desk.change(id, () => desk.window(window).undoRemove(id), { ...known(desk, id), deleted: false })],
  'change on a bad disk': [4, (desk, id, window, call) => desk.changeOnBadDisk(window, id, call)],
  'edit by hand': [3, (desk, id) => desk.editByHand(id)],
  'break by hand': [1, (desk, id) => desk.breakByHand(id)],
  'look again': [2, (desk, _, window) => desk.window(window).refresh()],
  reopen: [2, (desk, _, window) => desk.reopen(window)],
  'delete for ever': [1, async (desk, id, window) => {
    const journal = desk.window(window);
    await journal.refresh();
    const outcome = await journal.recentlyDeleted.deleteForEver(id);
    const { deleted, broken = false } = known(desk, id);
    if (outcome.ok !== (deleted && !broken)) throw new Error(`deleted for ever: ${JSON.stringify(outcome)}`);
    if (outcome.ok) desk.known.delete(id);
  }],
};

const known = (desk: Desk, id: string) => desk.known.get(id) ?? { text: '', deleted: false };

const create = fc.nat(1).map((window): Command => ({ run: (desk) => desk.create(window), toString: () => `create in window ${window}` }));

const others = Object.entries(commands).map(([name, [weight, run]]) => ({
  weight,
  arbitrary: fc.tuple(fc.nat(9), fc.nat(1), fc.integer({ min: 1, max: 12 })).map(([which, window, call]): Command => ({
    run: async (desk) => {
      const id = desk.pick(which);
      if (id !== undefined) await run(desk, id, window, call);
    },
    toString: () => `${name} ${which} in window ${window} (call ${call})`,
  })),
}));

export const anyCommand: fc.Arbitrary<Command> = fc.oneof({ weight: 4, arbitrary: create }, ...others);
