import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sidesFromMarkers } from '../../../src/core/journal/mergeMarkers';

describe('the sides of a file with conflict markers', () => {
  const lines = (...all: readonly string[]): string => all.join('\n');

  it('are two in the style of merge', () => {
    const text = lines('{', '<<<<<<< HEAD', '"a": 1', '=======', '"a": 2', '>>>>>>> origin/main', '}', '');
    assert.deepEqual(sidesFromMarkers(text), { ours: lines('{', '"a": 1', '}', ''), theirs: lines('{', '"a": 2', '}', ''), base: undefined });
  });

  it('are three in the style of diff3, with the line ends that the file has', () => {
    const text = lines('{\r', '<<<<<<< HEAD\r', '"a": 1\r', '||||||| 3fe1c2d\r', '"a": 0\r', '=======\r', '"a": 2\r', '>>>>>>> other\r', '}');
    assert.deepEqual(sidesFromMarkers(text), { ours: '{\r\n"a": 1\r\n}', theirs: '{\r\n"a": 2\r\n}', base: '{\r\n"a": 0\r\n}' });
  });

  it('are whole with several conflicts, and with empty sides and labels', () => {
    const text = lines('<<<<<<<', '1', '|||||||', '=======', '>>>>>>>', 'both', '<<<<<<< a', '||||||| b', '0', '=======', '2', '>>>>>>> c');
    assert.deepEqual(sidesFromMarkers(text), { ours: lines('1', 'both'), theirs: lines('both', '2'), base: lines('both', '0') });
  });

  it('have no base where one conflict has none, or where the base is itself in conflict', () => {
    const one = lines('<<<<<<< a', '1', '=======', '2', '>>>>>>> b', '<<<<<<< a', '1', '||||||| c', '0', '=======', '2', '>>>>>>> b');
    const nested = lines('<<<<<<< a', '1', '||||||| merged common ancestors', '<<<<<<<<< Temporary merge branch 1', '3', '=========', '4', '>>>>>>>>> Temporary merge branch 2', '=======', '2', '>>>>>>> b');
    assert.deepEqual(sidesFromMarkers(one), { ours: lines('1', '1'), theirs: lines('2', '2'), base: undefined });
    assert.deepEqual(sidesFromMarkers(nested), { ours: '1', theirs: '2', base: undefined });
  });

  const broken: Readonly<Record<string, string>> = {
    'no markers': lines('{', '"a": 1', '}'),
    'no end': lines('<<<<<<< a', '1', '=======', '2'),
    'no beginning': lines('1', '=======', '2', '>>>>>>> b'),
    'two beginnings': lines('<<<<<<< a', '<<<<<<< a', '=======', '>>>>>>> b'),
    'no middle': lines('<<<<<<< a', '1', '>>>>>>> b'),
    'markers inside a text': '{ "a": "<<<<<<< =======" }',
  };
  for (const [what, text] of Object.entries(broken)) it(`are not there with ${what}`, () => assert.equal(sidesFromMarkers(text), undefined));

  it('come from any lines', () => {
    const part = fc.array(fc.constantFrom('{', '}', '  "a": "<<<<<<<"', '', '==='), { maxLength: 4 });
    fc.assert(fc.property(part, part, part, part, part, (before, ours, base, theirs, after) => {
      const text = lines(...before, '<<<<<<< HEAD', ...ours, '||||||| base', ...base, '=======', ...theirs, '>>>>>>> other', ...after);
      const whole = (side: readonly string[]): string => lines(...before, ...side, ...after);
      assert.deepEqual(sidesFromMarkers(text), { ours: whole(ours), theirs: whole(theirs), base: whole(base) });
    }));
  });
});
