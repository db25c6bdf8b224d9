import assert from 'node:assert/strict';
import fc from 'fast-check';
import { turnBack } from '../../../src/core/plan/turnBack';

const NO_MOMENT = 'has no moment that you could notice';
const AIM = 'is an aim. What would a camera see you do?';
const OTHERS = 'That is someone else’s act. What will you do?';
const INSTEAD = 'What will you do instead?';

describe('a cue that can be noticed passes', () => {
  const cues = [
    'two alerts from one service within five minutes',
    'PagerDuty shows SEV-1',
    'the next time the pager goes off at night',
    'in future an alert that I do not know',
    'someone types “is anyone else seeing this” in #payments',
    'the canary reports a problem',
    'the bot opens an incident channel',
    'an incident is declared in Slack',
    'a SEV-1 incident',
    'a payment incident',
    'the error rate is above 5 % for two minutes',
    'the database is busy for more than five minutes',
    'the stress test fails on main',
    'a customer says that something is wrong with the invoice',
    'the second person asks what is going on',
    'nobody has spoken on the call for a minute',
    'I open the incident document',
    'I hear myself say “it is probably nothing”',
    'my hands on the keyboard while I lead the call',
    'the clock shows 20 minutes since the last update',
    'a deploy within two hours before the first alert',
    'someone proposes a fix that cannot be undone',
    'a new face on the bridge',
    'my shoulders go up',
    'un déploiement échoue deux fois',
    'アラートが二回鳴ったとき',
  ];
  for (const cue of cues) it(cue, () => assert.equal(turnBack('cue', cue), undefined));
});

describe('a cue without a moment is turned back', () => {
  const cues = [
    'in future',
    'In the future.',
    'next time',
    'the next time',
    'from now on',
    'always, in general',
    'at some point',
    'when needed',
    'an incident',
    'an outage',
    'another incident',
    'the next incident',
    'When I see an incident',
    'in an incident',
    'during the next big outage',
    'future incidents',
    'when there is a problem',
    'when something goes wrong',
    'something similar happens',
    'things go wrong',
    'any serious issue',
    'a difficult situation',
    'a crisis',
    'we have an emergency',
    'incidents like this',
    'under pressure',
    'I am stressed',
    'when I’m under a lot of pressure',
    'it gets hectic',
    'everyone is busy',
    'be more careful',
    'being careful',
  ];
  for (const cue of cues) it(cue, () => assert.match(turnBack('cue', cue) ?? 'passed', new RegExp(NO_MOMENT)));
});

describe('an act that a camera sees passes', () => {
  const acts = [
    'say “I am leading” in the channel',
    'I will ask who is the scribe',
    'ask for one objection before we decide',
    'type three lines: what broke, who is hit, what we do next',
    'stop the deploy',
    'stop the rollout and page the database team',
    'stop everything and read the last ten commits',
    'stop typing and ask who leads',
    'roll back first',
    'set a timer for ten minutes',
    'hand the keyboard to Mei',
    'get more people on the call',
    'get quickly on the bridge and say hello',
    'get clearance from security for the restart',
    'get OpenSearch logs on the screen',
    'name one person to communicate with the shops',
    'communicate in #status every 15 minutes',
    'ask who will lead',
    'ask the team to say what they see first',
    'read the runbook aloud',
    'think aloud for one minute',
    'not touch the keyboard but name a deputy',
    'avoid the fix; ask for the rollback instead',
    'thank the person who brought the bad news',
    'write down what would change my mind',
    'tell Ann that she should rest',
    'call the on-call of the other team',
    'demander qui mène',
  ];
  for (const act of acts) it(act, () => assert.equal(turnBack('act', act), undefined));
});

describe('an act that is none is turned back', () => {
  const acts: readonly (readonly [act: string, sentence: string])[] = [
    ['be more careful', AIM],
    ['stay calm', AIM],
    ['I will stay calm and focused', AIM],
    ['keep calm', AIM],
    ['get better at this', AIM],
    ['be clear about who leads', AIM],
    ['be a better listener', AIM],
    ['improve our runbooks', AIM],
    ['try to ask earlier', AIM],
    ['focus on the users', AIM],
    ['remember to ask for help', AIM],
    ['make sure that everyone is heard', AIM],
    ['pay more attention to the logs', AIM],
    ['think before I act', AIM],
    ['communicate better', AIM],
    ['communicate more with the team', AIM],
    ['listen', AIM],
    ['delegate more', AIM],
    ['react faster', AIM],
    ['escalate sooner', AIM],
    ['take ownership', AIM],
    ['handle it better', AIM],
    ['have more patience', AIM],
    ['trust my team more', AIM],
    ['consider a rollback', AIM],
    ['do my best', AIM],
    ['the team will write a runbook', OTHERS],
    ['The team checks the logs', OTHERS],
    ['they should call me', OTHERS],
    ['someone takes notes', OTHERS],
    ['everybody speaks up', OTHERS],
    ['Mei will lead', OTHERS],
    ['Ann Lee should declare it', OTHERS],
    ['developers need to test more', OTHERS],
    ['not panic', INSTEAD],
    ['never deploy on Friday', INSTEAD],
    ['don’t touch the keyboard', INSTEAD],
    ["don't jump in and fix it myself", INSTEAD],
    ['avoid hands-on work', INSTEAD],
    ['stop guessing', INSTEAD],
    ['I will stop blindly restarting things', INSTEAD],
    ['no longer wait for certainty', INSTEAD],
  ];
  for (const [act, sentence] of acts) it(`${act}: ${sentence}`, () => assert.match(turnBack('act', act) ?? 'passed', new RegExp(sentence.replace(/[?.]/g, '\\$&'))));
});

describe('what is turned back', () => {
  it('is quoted, without its full stop, and a long one by its beginning', () => {
    assert.equal(turnBack('cue', '  in future. '), '“in future” has no moment that you could notice. What will you see, hear or read just before?');
    const long = `stay calm ${'and calm '.repeat(20)}`;
    const quoted = /^“(.*)…” is an aim/.exec(turnBack('act', long) ?? '')?.[1] ?? '';
    assert.ok(quoted.length > 50 && quoted.length <= 60 && long.startsWith(quoted), quoted);
  });

  it('says what is missing where a part is empty', () => {
    for (const empty of ['', '  \n', '.']) {
      assert.equal(turnBack('cue', empty), 'What will you see, hear or read just before?');
      assert.equal(turnBack('act', empty), 'What will you do then?');
    }
  });

  it('is a sentence or nothing, at once, whatever the words', () => {
    const vague = fc.array(fc.constantFrom('in', 'future', 'the', 'next', 'time', 'incident', 'big', 'when', 'I', 'am', 'busy', 'not', 'stop', 'be', 'more', ' ', ',', '’'), { maxLength: 400 });
    const text = fc.oneof(fc.string({ unit: 'binary' }), vague.map((words) => words.join(' ')));
    fc.assert(
      fc.property(fc.constantFrom('cue', 'act'), text, (part, words) => {
        const sentence = turnBack(part, words);
        assert.ok(sentence === undefined || (sentence.length > 10 && sentence.length < 250), sentence);
      }),
      { numRuns: 1_000 },
    );
  });
});
