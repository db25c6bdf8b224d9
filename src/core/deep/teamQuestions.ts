import * as l10n from '@vscode/l10n';
import type { Question } from './question';

/** Sections B, E, F, G, H and I: other people, ratings, the plan, and a last sentence. */
export function teamQuestions(): readonly Question[] {
  return [...contributions(), ...coaching(), ...comparing(), ...ahead()];
}

/** B: beside the marks for each person. */
function contributions(): readonly Question[] {
  const unseen = (): string => l10n.t('Much of what makes a team able leaves no trace in any tool.');
  const own = { kinds: ['real', 'drill'] } as const;
  return [
    { id: 'again', section: 'B', shared: 'people', words: () => l10n.t('Whom you used again and again: what for, and who else could have?'), why: () => l10n.t('Challenge develops who gets it, up to a point.'), source: 'challenge', when: { fact: 'again' } },
    { id: 'heldBack', section: 'B', shared: 'people', words: () => l10n.t('Whom you kept from something: what could they have done, and what held you back?'), why: () => l10n.t('People take ownership where the decision may be theirs.'), source: 'autonomy', when: { fact: 'heldBack' } },
    { id: 'stretch', section: 'B', shared: 'people', words: () => l10n.t('Somebody learned. What made the stretch safe for them?'), why: () => l10n.t('A challenge develops where there is somebody who says what they see.'), source: 'challenge', when: { fact: 'learned' } },
    { id: 'noCommit', section: 'B', shared: 'people', words: () => l10n.t('Who left no commit: who asked, watched, wrote down, calmed a customer?'), why: unseen, source: 'elements', optional: true },
    { id: 'quiet', section: 'B', shared: 'people', words: () => l10n.t('Who was quiet, and what may they have seen?'), why: unseen, source: 'elements', when: own, optional: true },
    { id: 'fromOutside', section: 'B', shared: 'people', words: () => l10n.t('Who from outside the team made something possible?'), why: unseen, source: 'elements', optional: true },
    { id: 'forTheLead', section: 'B', words: () => l10n.t('What did you do that made it easier for the one who led?'), why: () => l10n.t('Who leads a team well was a good member of one first.'), source: 'leaders', when: { ...own, roles: ['responder', 'communicator', 'standby'] }, optional: true },
    { id: 'letOthers', section: 'B', shared: 'people', words: () => l10n.t('What did the one who led do that let others do their part?'), why: () => l10n.t('Who watches can see what who leads cannot.'), source: 'drills', when: { kinds: ['shadow'] } },
  ];
}

/** E: one person, and a conversation with them. */
function coaching(): readonly Question[] {
  const within = (): string => l10n.t('Leaving choice and giving reasons goes with motivation from within, in 72 studies.');
  return [
    { id: 'want', section: 'E', shared: 'card', words: () => l10n.t('What do they want from this work, in their words?'), why: within, source: 'autonomy', when: { fact: 'coached' } },
    { id: 'ask', section: 'E', shared: 'card', words: () => l10n.t('What would you ask, so that the idea is theirs?'), why: within, source: 'autonomy', when: { fact: 'coached' } },
    { id: 'choice', section: 'E', shared: 'card', words: () => l10n.t('Which choice can you leave open?'), why: within, source: 'autonomy', when: { fact: 'coached' } },
    { id: 'reason', section: 'E', shared: 'card', words: () => l10n.t('Which reason for it would make sense to them?'), why: within, source: 'autonomy', when: { fact: 'coached' }, optional: true },
    { id: 'noStick', section: 'E', shared: 'card', words: () => l10n.t('If nothing could be promised or threatened: why would they do it?'), why: within, source: 'autonomy', when: { fact: 'coached' }, optional: true },
    { id: 'said', section: 'E', shared: 'card', words: () => l10n.t('What they said'), why: within, source: 'autonomy', when: { fact: 'coached' }, each: 'talk' },
  ];
}

/** F and G: the own rating beside the guess, and beside what somebody else saw. */
function comparing(): readonly Question[] {
  const weak = (): string => l10n.t('Ratings of oneself and those of others agree only weakly.');
  return [
    { id: 'added', section: 'F', words: () => l10n.t('What did the evidence show that your guess did not?'), why: weak, source: 'ratings', when: { fact: 'compared' } },
    { id: 'heard', section: 'G', shared: 'outside', words: () => l10n.t('What in their answer is new to you?'), why: weak, source: 'ratings', when: { fact: 'heard' } },
    { id: 'unlikeMe', section: 'G', shared: 'outside', words: () => l10n.t('Where do you see it otherwise, and what could both of you have seen?'), why: weak, source: 'ratings', when: { fact: 'heard' }, optional: true },
    { id: 'askNext', section: 'G', shared: 'outside', words: () => l10n.t('Whom will you ask the next time, so that it is not always the same?'), why: weak, source: 'ratings', when: { fact: 'heard' }, optional: true },
  ];
}

/** H and I: what comes next. */
function ahead(): readonly Question[] {
  const rehearsed = (): string => l10n.t('If-then plans do more where the obstacle is foreseen and the act rehearsed.');
  const reviewed = (): string => l10n.t('Challenge develops up to a point, and further only with feedback.');
  return [
    { id: 'obstacle', section: 'H', words: () => l10n.t('What could stop your plan when its moment comes?'), why: rehearsed, source: 'plans', when: { fact: 'planned' } },
    { id: 'ifSo', section: 'H', words: () => l10n.t('If that happens, what will you do then?'), why: rehearsed, source: 'plans', when: { after: ['obstacle'] } },
    { id: 'rehearsed', section: 'H', words: () => l10n.t('Go through the moment once in your head. What do you see, what do you do, what do you say?'), why: rehearsed, source: 'plans', when: { fact: 'planned' } },
    // Past their own limit nobody is asked for more.
    { id: 'nextSituation', section: 'H', words: () => l10n.t('Which real situation will you step towards?'), why: reviewed, source: 'challenge', when: { unless: 'pastLimit' } },
    { id: 'nextRole', section: 'H', words: () => l10n.t('In which role?'), why: reviewed, source: 'challenge', when: { after: ['nextSituation'] } },
    { id: 'nextBacking', section: 'H', words: () => l10n.t('With whose backing?'), why: reviewed, source: 'challenge', when: { after: ['nextSituation'] } },
    { id: 'nextBy', section: 'H', words: () => l10n.t('By when?'), why: reviewed, source: 'challenge', when: { after: ['nextSituation'] } },
    { id: 'restFirst', section: 'H', shared: 'feelings', words: () => l10n.t('This month held more than you take for enough. What will give you rest first?'), why: reviewed, source: 'challenge', when: { fact: 'pastLimit' } },
    { id: 'sentence', section: 'I', shared: 'feelings', words: () => l10n.t('What would you say to a colleague whom you like, had it been theirs?'), why: () => l10n.t('What is said to somebody one likes is about the act, and can be heard.'), source: 'feedback' },
    { id: 'toYourself', section: 'I', shared: 'feelings', words: () => l10n.t('And what of it holds for you, too?'), why: () => l10n.t('What is said to somebody one likes is about the act, and can be heard.'), source: 'feedback', when: { after: ['sentence'] } },
  ];
}
