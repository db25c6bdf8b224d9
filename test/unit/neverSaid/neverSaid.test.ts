import assert from 'node:assert/strict';
import { allowed } from './allowed';
import { neverSaid } from './claims';
import { everythingSaid } from './texts';

const said = everythingSaid();

describe('what is never said', () => {
  for (const { never, words, like } of neverSaid) {
    it(`${never}: in no text of the program and no page, but where it is denied or explained`, () => {
      const found = said.filter(({ text }) => words.test(text) && !(text in allowed)).map(({ from, text }) => `${from}: “${words.exec(text)?.[0]}” in: ${text}`);
      assert.deepEqual(found, []);
    });

    it(`${never}: would be found`, () => {
      assert.deepEqual(like.filter((sentence) => !words.test(sentence)), []);
    });
  }

  it('is allowed only where a text says it, and the text is still there', () => {
    const texts = new Set(said.map(({ text }) => text));
    const needless = Object.keys(allowed).filter((text) => !texts.has(text) || !neverSaid.some(({ words }) => words.test(text)));
    assert.deepEqual(needless, []);
  });

  it('reads the program and its pages', () => {
    const from = new Set(said.map((text) => text.from));
    for (const file of ['l10n/bundle.l10n.json', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'docs/idea.md', 'docs/dashboard.md']) assert.ok(from.has(file), file);
  });
});
