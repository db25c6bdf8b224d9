import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readIncidentDocument } from '../../../src/core/documents/read';
import { said } from '../../../tools/evaluate/documents/said';
import { seen, times } from '../../torture/row';
import { examples } from './examples';

/** What is repeated until a document is as long as is read: for each pattern something that nearly fits. */
const NEARLY = [
  '[', '![', '](', '[a](', '<a ', '<!--', '**', '__', '`', '|', '|-', '- ', '> ', '# ', '\\', '&', '{{', '~~~', 'a: ', '**a**: ', 'a | b ', '*a ', '_a ',
  '2031-', '2031-01-', '2031-01-01 ', '10:00 ', '10:00-', '1 ', '00', '20', '1/', '12/12/', '年1月', '時', 'January ', 'january 1 ', '1st of ', 'Mon ', '10h', '::', 'am ', 'T', '+', 'UTC', 'at ', 'between 10:00 and ', 'from 10:00 to ', 'until ',
  'http://', 'for 5 ', 'lasted for 5 ', 'outage ', 'resolved ', 'not ', 'error ', 'announced the recovery of ', 'A. ', '. ', 'YYYY ', 'time in ', 'all times ', 'Incident ', '\u2028', '\u00a0', '\t', '\ud800', '🔥',
];
/** A second of the processor is the most; it takes up to 0.2. Not by the clock: other tests run at the same time. */
const MOST_MS = 1000;

function timed(path: string, text: string): number {
  const start = process.cpuUsage();
  readIncidentDocument(path, text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('a document that means harm', () => {
  for (const shape of ['one line', 'lines', 'entries', 'cells'] as const)
    it(`is read in no time: ${shape}`, function () {
      this.timeout(60_000);
      for (const nearly of NEARLY) {
        const [before, after] = { 'one line': ['', ''], lines: ['', '\n'], entries: ['- 10:00 ', '\n'], cells: ['| 10:00 | ', ' |\n'] }[shape];
        const line = shape === 'one line' ? nearly.repeat(200_000 / nearly.length) : before + nearly.repeat(shape === 'lines' ? 1 : 1900 / nearly.length) + after;
        const text = `# Outage on 2031-01-01\n\n## Timeline\n|-|-|\n${line.repeat(Math.ceil(200_000 / line.length))}`;
        const ms = timed('docs/incidents/2031-01-01-x.md', text);
        assert.ok(ms < MOST_MS, `${JSON.stringify(nearly)} took ${Math.round(ms)} ms`);
      }
    });

  const DOCUMENTS = times(250, 1_000);
  it(`is read whatever it holds: ${DOCUMENTS} of them`, () => seen('documents', () => {
    let slowest = 0;
    const piece = fc.oneof(
      fc.constantFrom(...NEARLY, ...examples.flatMap(({ text }) => text.split('\n')), '\n', '\n\n', '---\n', '```\n', '+++\n', '<!--\n', '-->\n', '| a | b |\n|---|---|\n'),
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ maxLength: 60 }), (pieces, path) => {
      const text = pieces.join('');
      slowest = Math.max(slowest, timed(path, text));
      const found = readIncidentDocument(path, text);
      const last = text.split(/\r\n|\n|\r/).length;
      const located = [found.title, found.day, found.severity, found.summary, found.start, found.end, ...found.timeline, ...found.actions];
      assert.ok(located.every((each) => each === undefined || (each.line >= 1 && each.line <= last)), 'a line that is not there');
      assert.ok(Number.isFinite(found.score));
      for (const bound of [found.start, found.end]) assert.ok(bound === undefined || said(bound) !== null);
      if (found.start && found.end) assert.ok(found.end.moment.at >= found.start.moment.at, 'an end before the beginning');
      assert.deepEqual(readIncidentDocument(path, text), found);
    }), { numRuns: DOCUMENTS });
    return { often: DOCUMENTS, wrong: { 'over a second': slowest < MOST_MS ? 0 : 1 }, seen: `the longest took ${Math.ceil(slowest)} ms` };
  })).timeout(600_000);

  it('says the same with any line ends, and with a byte order mark', () => {
    for (const { path, text } of examples) {
      const found = readIncidentDocument(path, text);
      assert.deepEqual(readIncidentDocument(path, text.replace(/\r?\n/g, '\r\n')), found);
      assert.deepEqual(readIncidentDocument(path, `\uFEFF${text}`), found);
    }
  });
});
