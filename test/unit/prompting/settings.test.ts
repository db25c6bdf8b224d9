import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { usableZone } from '../../../src/core/incident/zone';
import {
  CLOCK_PATTERN,
  PROMPT_PREFIX,
  promptSettings,
  readPromptSettings,
  settingId,
  WEEKDAYS,
  type PromptSetting,
  type SettingRule,
} from '../../../src/core/prompting/settings';

type Property = Readonly<Record<string, unknown>>;

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly contributes: { readonly configuration: readonly { readonly title: string; readonly properties: Readonly<Record<string, Property>> }[] };
};
const properties: Readonly<Record<string, Property>> = Object.assign({}, ...manifest.contributes.configuration.map((group) => group.properties));
const rules = Object.entries(promptSettings) as (readonly [PromptSetting, SettingRule])[];

/** What the manifest says of a setting, by its rule. */
function propertyOf(rule: SettingRule): Property {
  if (rule.kind === 'flag') return { type: 'boolean' };
  if (rule.kind === 'whole') return { type: 'integer', minimum: rule.least, maximum: rule.most };
  if (rule.kind === 'clock') return { type: 'string', pattern: CLOCK_PATTERN, patternErrorMessage: '%setting.prompt.clock%' };
  return { type: 'array', items: { type: 'string', enum: [...WEEKDAYS] }, uniqueItems: true };
}

/** What a repository may say about itself: which of its own paths matter. */
const OF_A_REPOSITORY: readonly string[] = ['leadDebrief.evidence.paths'];

describe('all settings', () => {
  it('are the lead’s alone, since no repository may turn a source on or set a path; each has a default and a description, and stands in its group', () => {
    for (const [name, { scope, default: standard, markdownDescription }] of Object.entries(properties)) {
      if (!OF_A_REPOSITORY.includes(name)) assert.ok(scope === 'application' || scope === 'machine', name);
      assert.notEqual(standard, undefined, name);
      assert.match(String(markdownDescription), /^%setting\./, name);
    }
    assert.deepEqual(manifest.contributes.configuration.map(({ title }) => title), ['%settings.journal%', '%settings.prompt%', '%settings.sources%', '%settings.evidence%', '%settings.lessons%']);
    const inGroup = (name: string): string => Object.keys(manifest.contributes.configuration.find(({ title }) => title === `%settings.${name}%`)?.properties ?? {}).map((id) => id.split('.')[1]).join();
    assert.match(inGroup('prompt'), /^prompt(,prompt)*$/);
    assert.match(inGroup('sources'), /^sources(,sources)*$/);
  });
});

describe('the settings of prompting', () => {
  it('are the same in the manifest, in the same order, and only the user can set them', () => {
    const ours = Object.entries(properties).filter(([name]) => name.startsWith(PROMPT_PREFIX));
    assert.deepEqual(ours.map(([name]) => name), rules.map(([name]) => settingId(name)));
    for (const [index, [name, rule]] of rules.entries()) {
      const { order, scope, markdownDescription, default: standard, ...rest } = properties[settingId(name)] ?? {};
      assert.deepEqual(rest, propertyOf(rule), name);
      assert.deepEqual(standard, rule.standard, name);
      assert.deepEqual([order, scope, markdownDescription], [index + 10, 'application', `%setting.prompt.${name}%`], name);
    }
  });

  it('have the values that were decided', () => {
    assert.deepEqual(readPromptSettings(() => undefined), {
      settings: {
        enabled: true,
        restMinutes: 90,
        workdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        earliest: '09:30',
        latest: '17:00',
        nightFrom: '22:00',
        nightUntil: '06:00',
        afterNight: '10:30',
        quietMinutes: 2,
        maxPerDay: 1,
        maxPerWeek: 3,
        shortestAlertMinutes: 10,
        closesAfterWorkdays: 5,
        unansweredPrompts: 2,
        stillOpenHours: 8,
        lessons: true,
      },
      problems: [],
    });
  });

  const bad: readonly (readonly [PromptSetting, unknown, string])[] = [
    ['enabled', 'yes', 'leadDebrief.prompt.enabled says "yes", and must be true or false. Until then true is used.'],
    ['restMinutes', -1, 'leadDebrief.prompt.restMinutes says -1, and must be a whole number from 0 to 1440. Until then 90 is used.'],
    ['restMinutes', 1.5, 'leadDebrief.prompt.restMinutes says 1.5, and must be a whole number from 0 to 1440. Until then 90 is used.'],
    ['maxPerDay', 0, 'leadDebrief.prompt.maxPerDay says 0, and must be a whole number from 1 to 5. Until then 1 is used.'],
    ['earliest', '9:30', 'leadDebrief.prompt.earliest says "9:30", and must be a time of day like 09:30. Until then "09:30" is used.'],
    ['latest', '24:00', 'leadDebrief.prompt.latest says "24:00", and must be a time of day like 09:30. Until then "17:00" is used.'],
    [
      'workdays',
      ['mon'],
      'leadDebrief.prompt.workdays says ["mon"], and must be a list of days like monday. Until then ["monday","tuesday","wednesday","thursday","friday"] is used.',
    ],
  ];
  for (const [name, value, sentence] of bad) {
    it(`${name} does not take ${JSON.stringify(value)}`, () => {
      const { settings, problems } = readPromptSettings((each) => (each === name ? value : undefined));
      assert.deepEqual(settings[name], promptSettings[name].standard);
      assert.deepEqual(problems, [{ setting: settingId(name), sentence }]);
    });
  }

  it('take an empty list of working days, and times in any order: what that means is the gate’s', () => {
    const set: Partial<Record<PromptSetting, unknown>> = { workdays: [], earliest: '17:00', latest: '09:00' };
    const { settings, problems } = readPromptSettings((name) => set[name]);
    assert.deepEqual([settings.workdays, settings.earliest, settings.latest, problems], [[], '17:00', '09:00', []]);
  });

  it('whatever is set, each setting fits or is the standard one with a sentence', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...rules.map(([name]) => name)), fc.anything()), (set) => {
        const { settings, problems } = readPromptSettings((name) => set[name]);
        assert.deepEqual(readPromptSettings((name) => settings[name]), { settings, problems: [] });
        for (const { setting, sentence } of problems) assert.ok(sentence.startsWith(setting));
      }),
    );
  });
});

describe('the zone', () => {
  it('is the one that is set, else the machine’s, else UTC; one that is not known is named', () => {
    assert.deepEqual(usableZone('Asia/Kolkata', 'Europe/Berlin'), { zone: 'Asia/Kolkata' });
    assert.deepEqual(usableZone('', 'Europe/Berlin'), { zone: 'Europe/Berlin' });
    assert.deepEqual(usableZone('', 'Nowhere/Here'), { zone: 'UTC' });
    assert.deepEqual(usableZone('Middle/Earth', 'Europe/Berlin'), {
      zone: 'Europe/Berlin',
      problem: 'leadDebrief.timeZone says "Middle/Earth", which is no time zone that this machine knows. Until then Europe/Berlin is used.',
    });
  });
});
