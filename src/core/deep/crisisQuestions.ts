import * as l10n from '@vscode/l10n';
import type { Question } from './question';

/** Sections A, C and D: what happened, and what could explain it. */
export function crisisQuestions(): readonly Question[] {
  return [...decisions(), ...explanations(), ...surprises()];
}

/** A: what was known then. Asked of each decision point, with nothing in sight that came later. */
function decisions(): readonly Question[] {
  const knownThen = (): string => l10n.t('What is known today hides what was known then, and saying so does not help. Going back to the moment does.');
  const watched = { kinds: ['shadow'] } as const;
  const own = { kinds: ['real', 'drill'] } as const;
  return [
    { id: 'knew', section: 'A', words: () => l10n.t('What did you know?'), why: knownThen, source: 'hindsight', each: 'decision' },
    { id: 'notKnew', section: 'A', words: () => l10n.t('What did you not know?'), why: knownThen, source: 'hindsight', each: 'decision' },
    { id: 'expected', section: 'A', words: () => l10n.t('What did you expect to happen next?'), why: knownThen, source: 'hindsight', each: 'decision' },
    { id: 'weighed', section: 'A', words: () => l10n.t('What did you weigh against what?'), why: () => l10n.t('A choice can be repeated or changed when its reasons are known.'), source: 'leaders', when: own, each: 'decision' },
    { id: 'sawOtherwise', section: 'A', shared: 'people', words: () => l10n.t('Who saw it differently, and what did they see?'), why: () => l10n.t('Several sources are one of the four things that every debrief needs.'), source: 'elements', when: { fact: 'several' }, each: 'decision' },
    { id: 'wouldHaveDone', section: 'A', words: () => l10n.t('What would you do here, knowing only this?'), why: () => l10n.t('Who watches learns as much as who leads, where they commit themselves before they see what came of it.'), source: 'drills', when: watched, each: 'decision' },
    { id: 'turned', section: 'A', words: () => l10n.t('What would have made you turn round, and did you watch for it?'), why: () => l10n.t('A sign that is named beforehand is seen.'), source: 'plans', when: { ...own, roles: ['commander'], fact: 'decision' }, optional: true },
    { id: 'oftenSo', section: 'A', words: () => l10n.t('Where did you meet a moment like one of these before?'), why: () => l10n.t('Reflection develops leaders where it goes from one event to the next.'), source: 'leaders', when: { fact: 'decision' }, optional: true },
    { id: 'withoutYou', section: 'A', shared: 'people', words: () => l10n.t('Which of these would the team have taken without you?'), why: () => l10n.t('People take ownership where the decision may be theirs.'), source: 'autonomy', when: { ...own, roles: ['commander'], fact: 'decision' }, optional: true },
  ];
}

/** C: acts, never persons, and more than one explanation for each. */
function explanations(): readonly Question[] {
  const act = (): string => l10n.t('Words about an act can be used. Words about oneself do harm in more than a third of cases.');
  const other = (): string => l10n.t('The first explanation is seldom the only one that fits.');
  const test = (): string => l10n.t('An explanation that nothing could contradict teaches nothing.');
  const after = (...ids: readonly string[]) => ({ after: ids });
  return [
    { id: 'nearly', section: 'C', words: () => l10n.t('It ended clean. What nearly went wrong, and what caught it?'), why: () => l10n.t('After a success, looking at what went wrong works best.'), source: 'order', when: { outcome: 'clean' }, firstAfter: 'clean' },
    { id: 'worked', section: 'C', words: () => l10n.t('It ended rough. What worked, even so?'), why: () => l10n.t('After a failure, any look back works.'), source: 'order', when: { outcome: 'rough' }, firstAfter: 'rough' },
    { id: 'helped', section: 'C', words: () => l10n.t('One act of yours that helped'), why: act, source: 'feedback', when: { kinds: ['real', 'drill'] } },
    { id: 'sawHelp', section: 'C', shared: 'people', words: () => l10n.t('One act of the one who led that helped'), why: act, source: 'feedback', when: { kinds: ['shadow'] } },
    { id: 'helpedOtherwise', section: 'C', words: () => l10n.t('What else could explain that it went well there?'), why: other, source: 'leaders', when: after('helped', 'sawHelp') },
    { id: 'helpedShow', section: 'C', words: () => l10n.t('What would show which of the two is true?'), why: test, source: 'leaders', when: after('helpedOtherwise') },
    { id: 'inTheWay', section: 'C', words: () => l10n.t('One act of yours that got in the way'), why: act, source: 'feedback', when: { kinds: ['real', 'drill'] }, firstAfter: 'clean' },
    { id: 'sawInTheWay', section: 'C', shared: 'people', words: () => l10n.t('One act of the one who led that got in the way'), why: act, source: 'feedback', when: { kinds: ['shadow'] }, firstAfter: 'clean' },
    { id: 'inTheWayOtherwise', section: 'C', words: () => l10n.t('What else could explain that it went as it did there?'), why: other, source: 'leaders', when: after('inTheWay', 'sawInTheWay'), firstAfter: 'clean' },
    { id: 'inTheWayShow', section: 'C', words: () => l10n.t('What would show which of these two is true?'), why: test, source: 'leaders', when: after('inTheWayOtherwise'), firstAfter: 'clean' },
  ];
}

/** D: surprise and luck. */
function surprises(): readonly Question[] {
  const picture = (): string => l10n.t('A surprise is where the picture in the head and the system part.');
  return [
    { id: 'surprise', section: 'D', words: () => l10n.t('What surprised you?'), why: picture, source: 'elements' },
    { id: 'luck', section: 'D', words: () => l10n.t('Where were you lucky?'), why: () => l10n.t('A good end hides what luck did; luck does not come twice.'), source: 'order', firstAfter: 'clean' },
    { id: 'unlike', section: 'D', words: () => l10n.t('One of your notes expected something that did not happen. What did you not know when you wrote it?'), why: () => l10n.t('A note that was made before the outcome is the one picture that hindsight cannot change.'), source: 'hindsight', when: { fact: 'unlike' } },
    { id: 'likeReal', section: 'D', words: () => l10n.t('What in this drill was not as it would be in earnest?'), why: () => l10n.t('Drills teach about as much as real events, where it is known in what they differ.'), source: 'drills', when: { kinds: ['drill'] } },
    { id: 'lookedNormal', section: 'D', words: () => l10n.t('What looked normal, and was not?'), why: picture, source: 'elements', optional: true },
    { id: 'toldWrong', section: 'D', words: () => l10n.t('Which graph, alert or page told you something else than what was so?'), why: picture, source: 'elements', optional: true },
    { id: 'almostDid', section: 'D', words: () => l10n.t('What did you almost do, and what held you?'), why: () => l10n.t('What was almost done belongs to the event like what was done.'), source: 'order', when: { kinds: ['real', 'drill'] }, optional: true },
  ];
}
