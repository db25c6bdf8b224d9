import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { isExcluded, OURS, withExcluded } from '../../../src/core/privacy/copies';
import type { AccessFacts, GitLook, HistoryFacts, PlaceFacts, PrivacyFacts, RepositoryFacts } from '../../../src/core/privacy/facts';
import { privacyState } from '../../../src/core/privacy/privacyState';
import { shellWord } from '../../../src/core/privacy/shell';
import type { PrivacySection, PrivacyState } from '../../../src/core/privacy/state';

const JOURNAL = '/home/ana/work/.lead-debrief';
const alone: AccessFacts = { kind: 'modes', files: 3, group: 0, others: 0, groupLists: 0, othersList: 0, foreign: 0 };
const journal = (access: AccessFacts = alone, path = JOURNAL): PlaceFacts => ({ id: 'journal', path, access });
const none: HistoryFacts = { commits: 0, lost: 0, branches: [], remotes: [], tags: [], stashed: false, others: [] };
const repository = (more: Partial<RepositoryFacts> = {}): RepositoryFacts => ({
  root: '/home/ana/work', path: '.lead-debrief', shallow: false, tracked: 0, open: 0, ignored: 3, rule: { file: '.lead-debrief/.gitignore', line: 1, pattern: '*' }, history: none, ...more,
});
const looked = (...repositories: RepositoryFacts[]): GitLook => ({ kind: 'looked', facts: { repositories, problems: [] } });
const committed: HistoryFacts = { ...none, commits: 3, first: '2026-05-14T10:00:00Z', last: '2026-06-01T10:00:00Z', branches: ['main'] };

function state(more: Partial<PrivacyFacts> = {}): PrivacyState {
  const facts: PrivacyFacts = {
    places: [journal()], shared: false, founded: true, people: 0, git: looked(repository()),
    editor: { localHistory: true, excluded: true, hotExit: 'onExit' }, platform: 'linux', ...more,
  };
  return privacyState(facts, { locale: { zone: 'UTC', language: 'en' }, now: Date.parse('2026-07-01T12:00:00Z'), remedies: ['openFolder'] });
}

/** A section as lines: how each stands, and what it says. */
const lines = (of: PrivacyState, id: PrivacySection['id']): readonly string[] =>
  (of.sections.find((section) => section.id === id)?.findings ?? []).map(({ look, text }) => `${look}: ${text}`);
const commands = (of: PrivacyState): readonly string[] => of.sections.flatMap(({ findings }) => findings.flatMap(({ steps = [] }) => steps.flatMap((step) => step.commands)));

describe('Check Privacy', () => {
  it('says that all is as it should be: ignored, never committed, only yours', () => {
    const all = state();
    assert.equal(all.verdict, 'Nothing here needs a look.');
    assert.deepEqual(lines(all, 'readers')[0], 'fine: The journal: only you.');
    assert.deepEqual(lines(all, 'git'), [
      'info: The journal lies in the git repository /home/ana/work',
      'fine: Git ignores all of its 3 files.',
      'fine: No commit of this clone holds any of it: no branch, tag or stash, and none that was lost.',
    ]);
    assert.deepEqual(commands(all), []);
    assert.equal(all.looked, 'Looked at Wed 1 Jul, 12:00. Looking has written nothing and sent nothing.');
  });

  it('counts what is to be looked at, and what was not checked', () => {
    const all = state({ git: { kind: 'restricted' }, editor: { localHistory: true, excluded: false, hotExit: 'off' } });
    assert.equal(all.verdict, 'One thing to look at. One could not be checked.');
    assert.match(lines(all, 'git')[0] ?? '', /^unknown: Git was not asked, because this window is in Restricted Mode\.$/);
    assert.match(lines(all, 'copies').join(), /look: Local History keeps.*fine: The editor keeps no unsaved text/);
    assert.equal(state({ places: [journal({ ...alone, others: 3 }), { id: 'backups', path: '/b', access: { ...alone, group: 1 } }] }).verdict, '2 things to look at.');
  });

  it('says who can read the files, in words, and how to close them', () => {
    const who = (access: Partial<AccessFacts>, path?: string) => state({ places: [journal({ ...alone, ...access } as AccessFacts, path)] });
    assert.equal(lines(who({ group: 2, others: 2 }), 'readers')[0], 'look: The journal: everybody who has an account on this machine can read 2 of 3 files.');
    assert.equal(lines(who({ group: 2 }), 'readers')[0], 'look: The journal: the members of a group of users can read 2 of 3 files.');
    assert.match(lines(who({ othersList: 1, groupLists: 1 }), 'readers')[0] ?? '', /everybody who .* can list the names of its files/);
    assert.match(lines(who({ groupLists: 1 }), 'readers')[0] ?? '', /members of a group of users can list the names/);
    assert.equal(lines(who({ foreign: 1 }), 'readers')[0], 'look: The journal: you and another user.');
    assert.deepEqual(commands(who({ others: 2 }, "/home/ana/it's/.lead-debrief")), [`chmod -R go-rwx '/home/ana/it'\\''s/.lead-debrief'`]);
    assert.match(lines(who({ kind: 'barred' }), 'readers')[0] ?? '', /^unknown: The journal: not all of it could be looked at/);
  });

  it('says on Windows what is not checked, and writes commands for its shell', () => {
    const all = state({ places: [journal({ kind: 'windows' }, 'C:\\my work\\.lead-debrief')], platform: 'win32', git: looked(repository({ root: 'C:\\my work', tracked: 1, history: committed })) });
    assert.match(lines(all, 'readers').join(), /^unknown: Not checked on Windows/);
    assert.ok(commands(all).includes("git -C 'C:\\my work\\.lead-debrief' rm -r --cached --quiet ."));
    assert.ok(commands(all)[0]?.startsWith('Copy-Item -Recurse '));
  });

  it('before the first save, without a folder, outside of every repository', () => {
    const young = state({ founded: false, places: [journal({ kind: 'none' })], git: looked(repository({ ignored: 0 })) });
    assert.deepEqual(lines(young, 'readers'), ['info: There is no file yet that anybody could read.']);
    assert.match(young.sections[0]?.findings[0]?.details.join() ?? '', /Nothing was saved yet/);
    const nowhere = state({ places: [], noJournal: 'Open a folder to keep a journal in it.', git: { kind: 'noPlace' } });
    assert.deepEqual(nowhere.notice, { words: 'Open a folder to keep a journal in it.', remedies: ['openFolder'] });
    assert.deepEqual(nowhere.sections.map(({ id }) => id), ['readers', 'git', 'copies', 'network']);
    assert.deepEqual(lines(state({ git: looked() }), 'git'), ['fine: The journal lies in no git repository: git neither sees nor commits it.']);
    assert.match(lines(state({ git: { kind: 'missing' } }), 'git')[0] ?? '', /^unknown: Git was not found/);
  });

  it('what git would take along can be ignored with one button', () => {
    const open = state({ git: looked(repository({ open: 2, ignored: 1, rule: undefined as never })) });
    assert.ok(lines(open, 'git').includes('look: 2 of its files are neither ignored nor tracked: “git add .” would take them along.'));
    const actions = (of: PrivacyState) => of.sections.flatMap(({ findings }) => findings.flatMap(({ action }) => action?.id ?? []));
    assert.deepEqual(actions(open), ['ignoreItself', 'includeHistory']);
    assert.deepEqual(actions(state({ git: looked(repository({ tracked: 1, rule: undefined as never })) })), ['ignoreItself', 'includeHistory']);
    const unruled = state({ git: looked(repository({ tracked: 1, ignored: 0, rule: undefined as never })) });
    assert.match(unruled.sections.flatMap(({ findings }) => findings).flatMap(({ steps = [] }) => steps.map(({ text }) => text)).join(), /Press “Have the Folder Ignore Itself” above.*Take its files out of git’s index/);
    assert.deepEqual(actions(state({ shared: true, git: looked(repository({ tracked: 1, open: 1, rule: undefined as never })) })), ['shareThroughGit', 'includeHistory']);
  });

  it('committed, not pushed: what to do, in order; nothing that was pushed is spoken of', () => {
    const all = state({ git: looked(repository({ tracked: 3, ignored: 0, history: { ...committed, tags: ['v1'], stashed: true } })) });
    assert.ok(lines(all, 'git').includes('look: 3 commits, from 14 May to 1 June, hold some of it.'));
    assert.ok(lines(all, 'git').includes('fine: No branch of a remote, as far as this clone knows, holds any of it.'));
    assert.deepEqual(commands(all).map((command) => command.replace(/\/home\/ana\/\S*/g, '…')), [
      'cp -R … "$HOME/lead-debrief-copy"', 'git -C … rm -r --cached --quiet .', 'git -C … commit -m "Take the journal out"',
      'git -C … filter-repo --invert-paths --path .lead-debrief/', 'git -C … stash list --stat', 'git -C … reflog expire --expire=now --all', 'git -C … gc --prune=now',
    ]);
    assert.ok(all.sections.every(({ findings }) => findings.every(({ limits }) => limits === undefined)));
  });

  it('pushed: where to, how to overwrite it, and what cannot be undone', () => {
    const remotes = [{ name: 'origin', address: 'git@example.com:acme/pay.git', branches: Array.from({ length: 10 }, (_, n) => `b${n}`) }];
    const all = state({ git: looked(repository({ history: { ...committed, remotes } })) });
    const advice = all.sections.flatMap(({ findings }) => findings).find(({ limits }) => limits !== undefined);
    assert.match(advice?.limits ?? '', /What cannot be undone: whoever has fetched/);
    assert.ok(commands(all).includes('git -C /home/ana/work push --force --all origin'));
    const [held] = all.sections.flatMap(({ findings }) => findings).filter(({ text }) => text.startsWith('It is on a remote'));
    assert.deepEqual(held?.details, ['origin (git@example.com:acme/pay.git): b0, b1, b2, b3, b4, b5, b6, b7 and 2 more', 'As of the last time this clone fetched or pushed. No remote was asked now.']);
  });

  it('shared on purpose is no fault, and lost commits, shallow clones and a repository of its own are said', () => {
    const shared = state({ shared: true, git: looked(repository({ tracked: 3, ignored: 0, rule: undefined as never, history: committed })) });
    assert.equal(shared.verdict, 'Nothing here needs a look.');
    assert.match(shared.sections.flatMap(({ findings }) => findings).flatMap(({ steps = [] }) => steps.map(({ text }) => text)).join(), /Stop sharing the journal/);
    const lost = state({ git: looked(repository({ shallow: true, history: { ...none, lost: 2 } })) });
    assert.equal(lost.verdict, 'One thing to look at. One could not be checked.');
    assert.deepEqual(commands(lost).map((command) => command.split(' ')[3]), ['reflog', 'gc']);
    const own = state({ git: looked(repository({ path: '', root: JOURNAL, tracked: 3, history: { ...committed, remotes: [{ name: 'origin', address: '', branches: ['main'] }] } })) });
    assert.match(lines(own, 'git')[0] ?? '', /^info: The journal is a git repository of its own/);
    assert.deepEqual(commands(own), [`cp -R ${JOURNAL} "$HOME/lead-debrief-copy"`]);
    assert.match(lines(state({ git: { kind: 'looked', facts: { repositories: [], problems: [{ code: 'dubiousOwnership', repository: 'work', root: '/home/ana/work' }] } } }), 'git').join(), /^unknown: Git does not read work/);
  });

  it('a folder that a program copies to other machines', () => {
    for (const path of ['/home/ana/Dropbox/work/.lead-debrief', 'C:\\Users\\ana\\OneDrive - Acme\\work\\.lead-debrief', '/Users/ana/Library/Mobile Documents/x/.lead-debrief']) {
      assert.match(lines(state({ places: [journal(alone, path)] }), 'where').join(), /look: .* seems to lie in a folder of (Dropbox|OneDrive|iCloud)/);
    }
    assert.deepEqual(lines(state(), 'where').filter((line) => line.startsWith('look')), []);
  });

  it('leaves Local History’s other exclusions as they are, both ways', () => {
    assert.deepEqual(withExcluded({ '**/*.log': true }, true), { '**/*.log': true, '**/*.debrief.json': true, '**/debrief-people.json': true, '**/debrief-journal.json': true });
    assert.deepEqual(withExcluded(withExcluded({ '**/*.log': false }, true) ?? {}, false), { '**/*.log': false });
    assert.equal(withExcluded(Object.fromEntries(OURS.map((pattern) => [pattern, true])), false), undefined);
    assert.ok(isExcluded(withExcluded({}, true) ?? {}) && !isExcluded({ '**/*.debrief.json': true }));
  });

  it('no folder’s name runs anything in a shell', function () {
    if (process.platform === 'win32') this.skip();
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', "'", '"', '$', '(', ')', '`', '\\', ' ', '\n', '-', '*', '~', '!', '#', ';', '&', 'é') }), (text) => {
        assert.equal(execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(text, 'linux')}`], { encoding: 'utf8' }), text);
      }),
      { numRuns: 100 },
    );
  });
});
