import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isNamed, PATHS_SETTING, readPathSetting } from '../../../src/core/evidence/pathSetting';

const REFUSED = ['../other', 'a/../../b', '..', '~/x', 'C:/x', 'c:x', '\\\\server\\x', 'https://example.com/x', 'a\\b', '@', '@a b', '!a', 'a'.repeat(201)];

describe('the setting that says which paths are the lead’s', () => {
  it('takes paths in the folder, and owners', () => {
    const setting = readPathSetting([' services/pay/ ', '*.tf', '/x', 'a..b/c', '@Acme/Pay', '@me', '']);
    assert.deepEqual([setting.patterns.length, setting.owners, setting.refused], [4, ['@acme/pay', '@me'], []]);
  });

  it('refuses what leads out of the folder, or is neither', () => {
    const setting = readPathSetting([...REFUSED, 'a\nb', 7, null, { a: 1 }]);
    assert.deepEqual([setting.patterns, setting.owners, setting.refused], [[], [], [...REFUSED, 'a\nb', '7', 'null', '{"a":1}']]);
    for (const value of [undefined, null, 'a', {}, 3]) assert.deepEqual(readPathSetting(value), { patterns: [], owners: [], refused: [] });
  });

  it('is refused alike by the editor’s own check', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { configuration: { properties: Record<string, { items: { pattern: string; maxLength: number }; scope: string }> }[] | { properties: Record<string, { items: { pattern: string; maxLength: number }; scope: string }> } } };
    const groups = [contributes.configuration].flat();
    const found = groups.map(({ properties }) => properties[PATHS_SETTING]).find(Boolean);
    assert.ok(found);
    assert.equal(found.scope, 'resource');
    const allows = (text: string): boolean => new RegExp(found.items.pattern, 'u').test(text) && text.length <= found.items.maxLength;
    for (const text of REFUSED.filter((each) => !each.startsWith('@'))) assert.equal(allows(text), false, text);
    for (const text of ['services/pay/', '*.tf', '/x', 'a..b/c', '@acme/pay']) assert.equal(allows(text), true, text);
  });

  it('is seen from its folder, in a repository or around one', () => {
    const setting = readPathSetting(['/src/']);
    assert.equal(isNamed(setting, { inside: '', around: '' }, 'src/a'), true);
    assert.equal(isNamed(setting, { inside: 'pay/', around: '' }, 'pay/src/a'), true);
    assert.equal(isNamed(setting, { inside: 'pay/', around: '' }, 'src/a'), false);
    assert.equal(isNamed(readPathSetting(['api/src/']), { inside: '', around: 'api/' }, 'src/a'), true);
    assert.equal(isNamed(setting, { inside: '', around: 'api/' }, 'src/a'), false);
  });

  it('names nothing outside of the folder, whatever it says', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('**', '*', '/', '/**', './x'))), fc.string(), (entries, path) => {
      assert.equal(isNamed(readPathSetting(entries), { inside: 'pay/', around: '' }, `other/${path}`), false);
    }));
  });
});
