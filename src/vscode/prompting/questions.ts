import * as vscode from 'vscode';
import { shorten } from '../../core/growth/shorten';
import { cancelIncident, takeBackCancel } from '../../core/incident/life';
import { dayWords } from '../../core/incident/times';
import { durationWords } from '../../core/incident/window';
import type { Incident } from '../../core/journal/schema';
import { LATER, askAgain, neverAgainFor, neverChoices, notForMe, putOff, started, type Later } from '../../core/prompting/answers';
import { neverName } from '../../core/prompting/neverName';
import type { NeverFor, PromptHistory } from '../../core/prompting/history';
import { lastNoted } from '../../core/prompting/stillOpen';
import type { Journal } from '../../store/journal';
import type { PromptHistories } from '../../store/promptHistory';
import type { FoundIncidents } from '../found/foundIncidents';
import { shownTitle } from '../hiding';
import { offer } from '../offer';
import { locale } from '../place';
import { plain } from '../plain';
import { saveOrSay } from '../saving';
import { pick, type Pick } from './pick';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A notification has three lines. */
const TITLE = 80;

export interface QuestionsOptions {
  readonly journal: Journal;
  readonly found: FoundIncidents;
  readonly histories: PromptHistories;
  /** Under which id the journal's history is kept. */
  readonly key: () => string;
  /** Called when an answer is noted. */
  readonly answered: () => void;
}

/** Asks, and notes the answers. A notification that is closed, or a list that is left, is no answer. */
export class Questions {
  constructor(private readonly options: QuestionsOptions) {}

  /** Notes an answer, and says where it could not be written. */
  async note(answer: (history: PromptHistory) => PromptHistory): Promise<void> {
    const { histories, key, answered } = this.options;
    if (await saveOrSay(() => histories.change(key(), ({ history }) => answer(history)))) answered();
  }

  /** Whether the lead wants to look back at an incident. */
  async ask(incident: Incident): Promise<void> {
    const { title, window } = incident;
    const words = vscode.l10n.t('{0} ended {1} ago. Five minutes to look back at it?', shownTitle(shorten(title, TITLE)), roughly(Date.now() - Date.parse(window.end ?? '')));
    await offer(words, {
      [vscode.l10n.t('Start')]: () => this.#start(incident),
      [vscode.l10n.t('Later')]: () => this.#askWhen(incident),
      [vscode.l10n.t('Not for Me')]: () => this.#askWhyNot(incident),
    });
  }

  /** Whether an incident is still open of which nobody has noted anything for hours. */
  async askStillOpen(incident: Incident): Promise<void> {
    const { id, title } = incident;
    const quiet = durationWords(Math.floor((Date.now() - lastNoted(incident)) / HOUR) * HOUR);
    await offer(vscode.l10n.t('{0} has been running for {1} without a note. Is it still open?', shownTitle(shorten(title, TITLE)), quiet), {
      [vscode.l10n.t('Still Open')]: async () => undefined,
      [vscode.l10n.t('Resolve…')]: () => vscode.commands.executeCommand('leadDebrief.resolve', id),
      [vscode.l10n.t('Cancel (False Alarm)')]: () => vscode.commands.executeCommand('leadDebrief.cancel', id),
    });
  }

  /** A lesson is due. Closing it is no answer: it waits in Next. */
  async sayLesson({ id, window }: Incident): Promise<void> {
    await offer(vscode.l10n.t('A lesson from {0} is due. Do you remember it?', dayWords(window.start, locale(), Date.now())), {
      [vscode.l10n.t('Recall')]: () => vscode.commands.executeCommand('leadDebrief.recallLesson', id),
      [vscode.l10n.t('Later')]: async () => undefined,
    });
  }

  async #start({ id }: Incident): Promise<void> {
    await vscode.commands.executeCommand('leadDebrief.openReflection', id);
    await this.note((history) => started(history, id, Date.now()));
  }

  async #askWhen({ id, title }: Incident): Promise<void> {
    const words: Readonly<Record<Later, string>> = { inTwoHours: vscode.l10n.t('In 2 Hours'), tomorrow: vscode.l10n.t('Tomorrow'), nextWeek: vscode.l10n.t('Next Week') };
    const later = (each: Later): Pick => ({
      label: words[each],
      run: () => this.note((history) => putOff(history, id, each, Date.now(), locale().zone)),
    });
    const placeHolder = vscode.l10n.t('When is a better time? It then waits for a quiet moment in your working hours.');
    await pick(LATER.map(later), { title: vscode.l10n.t('Later: {0}', shownTitle(shorten(title, TITLE))), placeHolder });
  }

  async #askWhyNot(incident: Incident): Promise<void> {
    const note = (answer: (history: PromptHistory) => PromptHistory) => () => this.note(answer);
    const items: Pick[] = [
      { label: vscode.l10n.t('Not an Incident'), detail: vscode.l10n.t('It is called off as a false alarm, and leaves no reflection.'), run: () => this.#callOff(incident) },
      { label: vscode.l10n.t('Skip This One'), detail: vscode.l10n.t('It stays in the list, and is not asked about again.'), run: note((history) => notForMe(history, incident.id, 'skip', Date.now())) },
      ...neverChoices(incident).map((what) => ({
        label: vscode.l10n.t('Never for {0}', plain(shorten(neverName(what), TITLE))),
        detail: neverWords(what),
        run: note((history) => neverAgainFor(history, incident.id, what, Date.now())),
      })),
    ];
    const placeHolder = vscode.l10n.t('You can take it back in Debrief: Why Did It Ask?');
    await pick(items, { title: vscode.l10n.t('Not for Me: {0}', shownTitle(shorten(incident.title, TITLE))), placeHolder });
  }

  async #callOff({ id, title }: Incident): Promise<void> {
    const { journal, found } = this.options;
    if (found.get(id)) return void (await found.finding().act('notAnIncident', [id]));
    const now = new Date().toISOString();
    if (!(await saveOrSay(() => journal.update(id, (record) => cancelIncident(record, now))))) return;
    await this.note((history) => notForMe(history, id, 'notAnIncident', Date.now()));
    await offer(vscode.l10n.t('{0} is called off: a false alarm.', shownTitle(shorten(title, TITLE))), {
      [vscode.l10n.t('Undo')]: async () => {
        if (await saveOrSay(() => journal.update(id, takeBackCancel))) await this.note((history) => askAgain(history, id, Date.now()));
      },
    });
  }
}

function neverWords(what: NeverFor): string {
  return what.kind === 'service'
    ? vscode.l10n.t('No incident of this service is asked about again.')
    : vscode.l10n.t('No incident that only {0} reported is asked about again.', plain(neverName(what)));
}

/** "5 h" or "3 d": to say how long ago something was, the largest unit is enough. */
function roughly(milliseconds: number): string {
  const unit = milliseconds >= DAY ? DAY : milliseconds >= HOUR ? HOUR : 1;
  return durationWords(Math.floor(milliseconds / unit) * unit);
}
