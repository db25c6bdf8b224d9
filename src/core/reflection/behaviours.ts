import * as l10n from '@vscode/l10n';
import type { Kind } from '../journal/schema';

/** Crisis, team, and coaching from within: behaviours are listed family by family. */
export type Family = 'crisis' | 'team' | 'coaching';

/** One behaviour: five anchors that describe acts seen in one incident, never traits. */
export interface Behaviour {
  readonly id: string;
  readonly family: Family;
  readonly name: string;
  /** Five acts, from 1 to 5. */
  readonly anchors: readonly [string, string, string, string, string];
}

/** The version of this table. A change of wording raises it, and a rating in another table starts a new series. */
export const BEHAVIOUR_TABLE = 1;

/** The words of each family, as headings. */
export function familyName(family: Family): string {
  return { crisis: l10n.t('Crisis'), team: l10n.t('Team'), coaching: l10n.t('Coaching from within') }[family];
}

/**
 * The twelve behaviours. The anchors are a conversation aid, grounded in the sources named at each, and not validated as a
 * measurement.
 */
export function behaviours(): readonly Behaviour[] {
  return [...crisis(), ...team(), ...coaching()];
}

/** One behaviour by its id, or undefined where the id is of another version's table. */
export function behaviour(id: string | undefined): Behaviour | undefined {
  return behaviours().find((each) => each.id === id);
}

/** The behaviours that are guessed and rated in an incident of a kind: who only watched has no team to rate. */
export function behavioursAskedIn(kind: Kind | undefined): readonly Behaviour[] {
  return behaviours().filter(({ family }) => kind !== 'shadow' || family !== 'team');
}

/** Whether a behaviour is guessed and rated in an incident of a kind. */
export function isAskedIn(kind: Kind | undefined, id: string): boolean {
  return behavioursAskedIn(kind).some((each) => each.id === id);
}

function crisis(): Behaviour[] {
  return [
    // Grounded in: PagerDuty size-up; Google declare rules; MoJ delay data.
    entry('C1', 'crisis', l10n.t('Size up and declare'), [
      l10n.t('Worked on it as a normal bug until others forced the issue.'),
      l10n.t('Suspected something big but waited for certainty before telling anyone.'),
      l10n.t('Said aloud what was broken and who was hit, and called it an incident.'),
      l10n.t('Declared on a stated threshold and fixed symptoms, scope and trend with the experts in minutes.'),
      l10n.t('Declared early, named what was still unknown, and set when the picture would be checked again.'),
    ]),
    // Grounded in: PagerDuty IC "do not act"; anti-pattern of two roles; MoJ lead.
    entry('C2', 'crisis', l10n.t('Hold the lead role'), [
      l10n.t('Nobody could tell who was leading, or I fought for it.'),
      l10n.t('I led in title but spent most of the time at the keyboard.'),
      l10n.t('I named who leads and mostly stayed off hands-on work.'),
      l10n.t('I stayed off the keyboard, and named a stand-in when I had to touch it.'),
      l10n.t('I set leader, scribe and communicator, and passed the lead cleanly when someone was better placed.'),
    ]),
    // Grounded in: PagerDuty stabilise/strong objections; ANTS decision making.
    entry('C3', 'crisis', l10n.t('Decide with partial information'), [
      l10n.t('Options were debated without a decision, or I flipped between them.'),
      l10n.t('I decided alone and late, without stating the risk.'),
      l10n.t('I chose an option, said it out loud and gave it a time limit.'),
      l10n.t('I compared at least two options by risk and reversibility and asked for strong objections.'),
      l10n.t('I also prepared the next move and the sign that would make us switch.'),
    ]),
    // Grounded in: CRM: fixation, re-evaluate; Klein cues; SRE hypothesis habit.
    entry('C4', 'crisis', l10n.t('Keep the picture open'), [
      l10n.t('Chased the first explanation to the end.'),
      l10n.t('Held one explanation although a fact contradicted it.'),
      l10n.t('Asked once what else could explain it.'),
      l10n.t('Listed competing explanations and had someone test the opposite of mine.'),
      l10n.t('Re-checked the picture on a rhythm and dropped my own theory aloud when it lost.'),
    ]),
    // Grounded in: El-Shafy 2017; PagerDuty assign & update.
    entry('C5', 'crisis', l10n.t('Close the loop'), [
      l10n.t('“Can someone…” into the air; people duplicated or idled.'),
      l10n.t('Named people but gave no time and no check-back.'),
      l10n.t('Named person, task and time; heard an acknowledgement.'),
      l10n.t('Came back at the time promised and updated stakeholders on a fixed rhythm.'),
      l10n.t('Others used the same pattern without me, and outsiders asked no “what is going on?”.'),
    ]),
    // Grounded in: CRM help early, workload; PagerDuty handover/fatigue; SRE load.
    entry('C6', 'crisis', l10n.t('Regulate load and call for help'), [
      l10n.t('Pushed on alone past the point where I was useful.'),
      l10n.t('Noticed strain but asked for help only when stuck.'),
      l10n.t('Asked for help while there was still room to use it.'),
      l10n.t('Rotated or released people, watched tempers and fatigue, kept my voice level.'),
      l10n.t('Sent people (and myself) to rest on a rule set in advance.'),
    ]),
  ];
}

function team(): Behaviour[] {
  return [
    // Grounded in: CRM distribute; PagerDuty hero anti-pattern; article: assemble talent.
    entry('T1', 'team', l10n.t('Spread the work, use strengths'), [
      l10n.t('The same one or two people did everything; others watched.'),
      l10n.t('Work went to whoever spoke first.'),
      l10n.t('Work was split by who knows what.'),
      l10n.t('I matched tasks to strengths and gave at least one person a supported stretch.'),
      l10n.t('The group could have run without me, or without its usual expert.'),
    ]),
    // Grounded in: psychological safety; strong-objection poll; blame-aware docs.
    entry('T2', 'team', l10n.t('Make speaking up safe'), [
      l10n.t('A concern was cut off or mocked, or I reacted with blame.'),
      l10n.t('Bad news came to me late.'),
      l10n.t('I thanked someone for bad news and asked a quiet person.'),
      l10n.t('I invited disagreement with my own plan and changed something because of it.'),
      l10n.t('Someone junior or from outside corrected us, in public, without cost.'),
    ]),
    // Grounded in: Etsy: invisible expertise; Monzo's message count as warning.
    entry('T3', 'team', l10n.t('See and credit contributions'), [
      l10n.t('I could not say what most people did.'),
      l10n.t('I named only the people who pushed code.'),
      l10n.t('I named each responder’s contribution to their face.'),
      l10n.t('I credited invisible work (questions, notes, calming users, watching) with a specific effect.'),
      l10n.t('I carried that credit to where it matters for them and asked how they saw it.'),
    ]),
    // Grounded in: AAR; action follow-through; Howie insight.
    entry('T4', 'team', l10n.t('Turn it into team capability'), [
      l10n.t('We moved on.'),
      l10n.t('A document exists; nobody has used it.'),
      l10n.t('We agreed a few changes with owners.'),
      l10n.t('Changes are verified in code/runbook and one person who was not there has learned it.'),
      l10n.t('A rehearsed change in who does what showed up in a later incident.'),
    ]),
  ];
}

function coaching(): Behaviour[] {
  return [
    // Grounded in: GROW; Whitmore awareness/responsibility; Snowflake mentorship milestone 2; Etsy questions.
    entry('W1', 'coaching', l10n.t('Evoke before telling'), [
      l10n.t('I gave the answer or took over the task.'),
      l10n.t('I asked, but it was my solution in question form.'),
      l10n.t('I asked an open question and waited for their own reasoning.'),
      l10n.t('They named goal, facts, options and next step; I added only what they lacked.'),
      l10n.t('They noticed afterwards that the solution and the wish to try it were theirs.'),
    ]),
    // Grounded in: leader autonomy support (Slemp 2018); SDT.
    entry('W2', 'coaching', l10n.t('Hand over ownership with a reason'), [
      l10n.t('I used pressure, praise or fear to get it done.'),
      l10n.t('I delegated the task but kept the decisions.'),
      l10n.t('I explained why it matters and left them how to do it.'),
      l10n.t('They chose scope or approach, and I heard their reason for wanting it.'),
      l10n.t('They took on the next one unasked, and I stayed available without steering.'),
    ]),
  ];
}

function entry(id: string, family: Family, name: string, anchors: Behaviour['anchors']): Behaviour {
  return { id, family, name, anchors };
}
