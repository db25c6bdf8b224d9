import type { Incident } from '../../core/journal/schema';
import { promptTurn, type PromptVerdict } from '../../core/prompting/gate';
import { recordLesson, recordStillOpen } from '../../core/prompting/answers';
import { lessonTurn } from '../../core/prompting/lessonTurn';
import type { PromptHistory } from '../../core/prompting/history';
import type { Circumstances } from '../../core/prompting/scene';
import { stillOpenAsk } from '../../core/prompting/stillOpen';

/** All that one look at the journal decides, and the history that is written before anything of it is shown. */
export interface Turn {
  readonly verdict: PromptVerdict;
  /** The open incident of which to ask whether it is still open. */
  readonly stillOpen?: Incident;
  /** The incident of which to say that its lesson is due. */
  readonly lesson?: Incident;
  readonly history: PromptHistory;
  readonly changed: boolean;
}

/** One turn at all questions, one of which is asked at most. Whether an incident is still open is asked in the window that has the focus, whatever is typed there. */
export function takeTurn(circumstances: Circumstances): Turn {
  const turn = promptTurn(circumstances);
  const { records, settings, now, moment, history } = circumstances;
  if (!moment.windowActive || history.state === 'newer') return turn;
  const stillOpen = stillOpenAsk(records, turn.history, settings, now);
  if (!stillOpen) return verdictOrLesson(turn, circumstances);
  return { ...turn, stillOpen, history: recordStillOpen(turn.history, stillOpen.id, now), changed: true };
}

/** A lesson that is due is said only where nothing is asked. */
function verdictOrLesson(turn: Turn, circumstances: Circumstances): Turn {
  const lesson = turn.verdict.incident ? undefined : lessonTurn(circumstances, turn.history);
  return lesson ? { ...turn, lesson: lesson.incident, history: recordLesson(turn.history, circumstances.now), changed: true } : turn;
}
