import assert from 'node:assert/strict';
import type { RepositoryEvidence } from '../../../src/core/evidence/commit';
import { timeline } from '../../../src/core/evidence/timeline';
import type { Incident } from '../../../src/core/journal/schema';
import { back, bot, commit, fix, git, hash, incident, jonas, landing, mei, merge, priya, repository, wait } from './builders';

const merged = merge('a6', '15:00', 'Merge pull request #9 from payments/x', [commit('a5', '10:00', 'work', { author: mei })], { author: priya });
const outside = landing('a7', '13:00', 'Too early', { author: priya });
const words = (lead: RepositoryEvidence['lead'], more: Partial<Incident> = {}, landings = [merged, fix, back, wait, outside]) =>
  timeline(incident(more), git(repository(landings, [], lead ? { lead } : {}))).ownHands;

describe('the lead’s own hands', () => {
  const roles: [Incident['role'], string][] = [
    [undefined, 'You wrote 2 of the 4 changes in the window.'],
    ['commander', 'You wrote 2 of the 4 changes in the window and led.'],
    ['responder', 'You wrote 2 of the 4 changes in the window and worked on the fix.'],
    ['communicator', 'You wrote 2 of the 4 changes in the window and kept others informed.'],
    ['standby', 'You wrote 2 of the 4 changes in the window and stood by.'],
  ];
  for (const [role, wanted] of roles) it(`are a fact beside the role: ${role ?? 'none'}`, () => assert.equal(words([priya], role ? { role } : {}), wanted));

  it('are those who wrote what was merged, and co-authors, not who merged', () => {
    assert.equal(words([mei]), 'You wrote 2 of the 4 changes in the window.');
    assert.equal(words([{ name: 'P. Nair', mail: priya.mail.toUpperCase() }], {}, [merged, fix]), 'You wrote none of the 2 changes in the window.');
  });

  it('are known by each address of the same person', () => {
    const home = { name: priya.name, mail: 'priya@home.example' };
    assert.equal(words([home], {}, [landing('b2', '15:10', 'At home', { author: home }), fix, back]), 'You wrote 2 of the 3 changes in the window.');
  });

  it('are not spoken of where git does not know the lead, or hardly anything landed', () => {
    assert.equal(words(undefined), undefined);
    assert.equal(words([], { role: 'commander' }), undefined);
    assert.equal(words([priya], {}, [back]), undefined);
  });

  it('are counted once where two worktrees tell the same commit', () => {
    const here = repository([back, wait], [], { lead: [priya] });
    assert.equal(timeline(incident(), git(here, { ...here, name: 'other' })).ownHands, 'You wrote 2 of the 2 changes in the window.');
  });

  it('are no machine’s', () => assert.equal(words([jonas], {}, [landing('b3', '15:10', 'bump', { author: bot, hash: hash('b3') }), back]), 'You wrote none of the 2 changes in the window.'));
});
