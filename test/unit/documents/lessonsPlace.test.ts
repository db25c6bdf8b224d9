import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocksOf, type Block } from '../../../src/core/documents/blocks';
import { lessonsInsertion } from '../../../src/core/documents/lessonsPlace';
import { linesOf } from '../../../src/core/documents/lines';
import { sectionsOf } from '../../../src/core/documents/sections';

const LINES = ['**Lesson:** one', '**Plan:** two'];
const after = (document: string): string => {
  const { at, text } = lessonsInsertion(document, LINES);
  return document.slice(0, at) + text + document.slice(at);
};

describe('lessons in a document', () => {
  const table: [string, string, string][] = [
    ['go behind the entries of the list below its own heading', '# A\n\n## Lessons learned\n\n* old\n\n## Actions\n', '# A\n\n## Lessons learned\n\n* old\n* **Lesson:** one\n* **Plan:** two\n\n## Actions\n'],
    ['stand apart from a text', '## Lessons\nWords.\n', '## Lessons\nWords.\n\n- **Lesson:** one\n- **Plan:** two\n'],
    ['stand below a heading with nothing below', '## Learnings\n## Next\n', '## Learnings\n\n- **Lesson:** one\n- **Plan:** two\n\n## Next\n'],
    ['stand in front of the parts below that heading', '## What did we learn?\n\n### What went well\n\n- x\n', '## What did we learn?\n\n- **Lesson:** one\n- **Plan:** two\n\n### What went well\n\n- x\n'],
    ['go below an underlined heading', 'Lessons\r\n-------\r\n\r\nWords', 'Lessons\r\n-------\r\n\r\nWords\r\n\r\n- **Lesson:** one\r\n- **Plan:** two'],
    ['go below a heading in bold', '**Takeaways**\n\n1. a\n', '**Takeaways**\n\n1. a\n\n- **Lesson:** one\n- **Plan:** two\n'],
    ['go to the last part of that name', '## Lessons\n\n## B\n\n## Lessons learned\n', '## Lessons\n\n## B\n\n## Lessons learned\n\n- **Lesson:** one\n- **Plan:** two\n'],
    ['come below a new heading at the end, of the level of the others', '# A\n\n### B\n\nWords.', '# A\n\n### B\n\nWords.\n\n### Lessons learned\n\n- **Lesson:** one\n- **Plan:** two\n'],
    ['come below a new heading where the title only sounds like one', '# Lessons from an outage\n\n', '# Lessons from an outage\n\n## Lessons learned\n\n- **Lesson:** one\n- **Plan:** two\n'],
    ['come below a new heading where its like is in code', '```\n## Lessons\n```\n', '```\n## Lessons\n```\n\n## Lessons learned\n\n- **Lesson:** one\n- **Plan:** two\n'],
    ['do not go into code or a comment', '## Lessons\n\n```\nx\n```\n\n<!-- a\nb -->\n', '## Lessons\n\n```\nx\n```\n\n<!-- a\nb -->\n\n- **Lesson:** one\n- **Plan:** two\n'],
    ['come in front of code that does not end', '## Lessons\n\n```\nx\n', '## Lessons\n\n- **Lesson:** one\n- **Plan:** two\n\n```\nx\n'],
    ['begin an empty document', '', '## Lessons learned\n\n- **Lesson:** one\n- **Plan:** two\n'],
  ];
  for (const [what, before, wanted] of table) it(what, () => assert.equal(after(before), wanted));

  const line = fc.constantFrom('# Title', '## Summary', '## Lessons learned', '### What went well', '## Timeline', '**Lessons**', '- entry', '* entry', '  - below', '1. one', '| a | b |', '|---|---|', '> quoted', 'Words.', '', '', '\t', '12:00 started', '    code', '[x]: http://a');
  const eol = fc.constantFrom('\n', '\r\n');
  const documents = fc.tuple(fc.array(fc.oneof({ weight: 9, arbitrary: line.map((each) => [each]) }, { weight: 1, arbitrary: fc.constantFrom(['```', '## Lessons', '```'], ['<!--', '## Lessons', '-->'], ['', '---', '']) }), { maxLength: 25 }), eol, fc.boolean())
    .map(([lines, end, ends]) => lines.flat().join(end) + (ends ? end : ''));

  it('are an entry each, in a part for lessons, and change nothing else that is read there', () => {
    fc.assert(fc.property(documents, (document) => {
      const whole = after(document);
      const read = (text: string): readonly Block[] => blocksOf(linesOf(text)).blocks;
      const own = (block: Block): boolean => block.kind === 'item' && LINES.some((each) => block.raw === each);
      assert.equal(read(whole).filter(own).length, 2, whole);
      const parts = sectionsOf(read(whole)).filter(({ kind }) => kind === 'lessons');
      assert.ok(parts.some(({ blocks }) => blocks.filter(own).length === 2), whole);
      const plainly = (text: string): readonly string[] => read(text).filter((block) => !own(block) && !(block.kind === 'heading' && block.text === 'Lessons learned')).map(({ kind, text: words }) => `${kind} ${words}`);
      assert.deepEqual(plainly(whole), plainly(document), whole);
    }), { numRuns: 1_000 });
  });

  it('are put in at one place of any text, with its line ends', () => {
    fc.assert(fc.property(fc.oneof(documents, fc.string(), fc.array(fc.constantFrom('\r', '\n', '# Lessons', ' ', '\u2028', '\0', '<!--'), { maxLength: 12 }).map((parts) => parts.join(''))), (document) => {
      const { at, text } = lessonsInsertion(document, LINES);
      assert.ok(at >= 0 && at <= document.length);
      assert.ok(document.slice(at - 1, at + 1) !== '\r\n', 'within an end of line');
      if (document.includes('\r\n') && !/(?<!\r)\n|\r(?!\n)/.test(document)) assert.equal(/(?<!\r)\n/.test(text), false);
    }));
  });
});
