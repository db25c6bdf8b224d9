import assert from 'node:assert/strict';
import { authorWords, everybodyIn } from '../../../src/core/evidence/people';
import { bot, commit, jonas, landing, mei, merge, priya } from './builders';

describe('everybodyIn', () => {
  it('lists authors and co-authors by name, each once, and no merger', () => {
    const landings = [
      landing('a', '15:00', 'One', { author: priya, coAuthors: [mei] }),
      merge('b', '14:50', 'Merge', [commit('c', '14:00', 'Two', { author: mei })], { author: jonas }),
      landing('d', '14:40', 'Three', { author: priya }),
    ];
    assert.deepEqual(everybodyIn(landings).people, [
      { name: mei.name, mails: [mei.mail] },
      { name: priya.name, mails: [priya.mail] },
    ]);
  });

  it('takes two addresses of one name for one person, and two names of one address too', () => {
    const landings = [
      landing('a', '15:00', 'One', { author: { name: 'Ana Oliveira', mail: 'ana@home.example' } }),
      landing('b', '14:50', 'Two', { author: { name: 'ana oliveira', mail: 'ana@work.example' } }),
      landing('c', '14:40', 'Three', { author: { name: 'Ana Costa', mail: 'ANA@work.example' } }),
    ];
    assert.deepEqual(everybodyIn(landings).people, [
      { name: 'Ana Oliveira', mails: ['ana@home.example', 'ana@work.example', 'ANA@work.example'] },
    ]);
  });

  it('joins two who turn out to be one', () => {
    const landings = ['a@x Ana', 'b@x Ana Costa', 'b@x Ana'].map((who, index) => {
      const [mail = '', ...name] = who.split(' ');
      return landing(`a${index}`, '15:00', 'One', { author: { name: name.join(' '), mail } });
    });
    assert.deepEqual(everybodyIn(landings).people, [{ name: 'Ana', mails: ['a@x', 'b@x'] }]);
  });

  it('keeps machines apart', () => {
    const { people, machines } = everybodyIn([
      landing('a', '15:00', 'One', { author: bot, coAuthors: [{ name: 'Claude', mail: 'noreply@anthropic.com' }] }),
    ]);
    assert.deepEqual([people, machines.map(({ name }) => name)], [[], ['Claude', 'dependabot[bot]']]);
  });
});

describe('authorWords', () => {
  const words = (authors: readonly { name: string; mail: string }[]) => {
    const [author = priya, ...coAuthors] = authors;
    const one = landing('a', '15:00', 'One', { author, coAuthors });
    return authorWords(one, everybodyIn([one]));
  };
  it('names up to three, and says how many more', () => {
    const five = [priya, jonas, mei, { name: 'Ana', mail: 'ana@x' }, { name: 'Sam', mail: 'sam@x' }];
    assert.equal(words([priya, jonas, mei]), 'Priya Nair, Jonas Weber, Mei Lin');
    assert.equal(words(five), 'Priya Nair, Jonas Weber and 3 more');
  });
  it('names a machine only where no person had a hand in it', () => {
    assert.equal(words([bot, mei]), 'Mei Lin');
    assert.equal(words([bot]), 'dependabot[bot]');
  });
});
