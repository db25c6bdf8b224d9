import type { Incident } from '../../core/journal/schema';
import { promptTurn, type PromptVerdict } from '../../core/prompting/gate';
import { recordStillOpen } from '../../core/prompting/answers';
import type { PromptHistory } from '../../core/prompting/history';
import type { Circumstances } from '../../core/prompting/scene';
import { stillOpenAsk } from '../../core/prompting/stillOpen';

/** All that one look at the journal decides, and the history that is written before anything of it is shown. */
export interface Turn {
  readonly verdict: PromptVerdict;
  /** The open incident of which to ask whether it is still open. */
  readonly stillOpen?: Incident;
  readonly history: PromptHistory;
  readonly changed: boolean;
}

/** One turn at both questions. Whether an incident is still open is asked in the window that has the focus, whatever is typed there. */
export function takeTurn(circumstances: Circumstances): Turn {
  const turn = promptTurn(circumstances);
  const { records, settings, now, moment, history } = circumstances;
  if (!moment.windowActive || history.state === 'newer') return turn;
  const stillOpen = stillOpenAsk(records, turn.history, settings, now);
  if (!stillOpen) return turn;
  return { ...turn, stillOpen, history: recordStillOpen(turn.history, stillOpen.id, now), changed: true };
}
