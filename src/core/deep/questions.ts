import { drillQuestionWords } from '../drill/questions';
import { crisisQuestions } from './crisisQuestions';
import type { Question } from './question';
import { teamQuestions } from './teamQuestions';

let bank: readonly Question[] | undefined;

/** The bank: every question of the deep path, section by section, in the order in which they come. Made once: its words are not. */
export function questions(): readonly Question[] {
  return (bank ??= [...crisisQuestions(), ...teamQuestions()]);
}

/** The words of a question, of the bank or of a drill, by the name of its answer, which may end with what it was asked about ("knew.k3f9…"); undefined where there is none. */
export function questionWords(answer: string): string | undefined {
  return questionOf(answer)?.words() ?? drillQuestionWords(answer);
}

/** The question to which an answer belongs. */
export function questionOf(answer: string): Question | undefined {
  const [id] = answer.split('.');
  return questions().find((each) => each.id === id);
}
