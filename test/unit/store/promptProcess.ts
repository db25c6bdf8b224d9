// A window that judges whether to ask, as a process of its own. Started by `children.ts` with FOLDER JOURNALS: says that it is ready, waits
// until FOLDER is there, takes one turn in each of so many journals, j0 and on, and says the id of each in which it may ask, once that is
// written. A refusal is said as "! code reason".
import { existsSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { promptTurn } from '../../../src/core/prompting/gate';
import { PromptHistories } from '../../../src/store/promptHistory';
import { circumstances } from '../prompting/scenes';

const [, , folder = '', journals = '0'] = process.argv;
const scene = circumstances({});

async function takeTurns(): Promise<void> {
  process.stdout.write('ready\n');
  while (!existsSync(folder)) await turn();
  const histories = new PromptHistories({ folder, now: () => scene.now });
  for (let number = 0; number < Number(journals); number++) {
    let asks = false;
    const outcome = await histories.change(`j${number}`, (history) => {
      const taken = promptTurn({ ...scene, history });
      asks = taken.verdict.act === 'ask';
      return taken.changed ? taken.history : undefined;
    });
    if (!outcome.ok) process.stdout.write(`! ${outcome.code} ${outcome.reason}\n`);
    else if (asks) process.stdout.write(`j${number}\n`);
  }
}

void takeTurns();
