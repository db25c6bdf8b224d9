import * as l10n from '@vscode/l10n';

/** The days of the week as a setting names them, in the order of ISO 8601. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What every setting of prompting begins with. */
export const PROMPT_PREFIX = 'leadDebrief.prompt.';
/** A time of day as a setting has it. */
export const CLOCK_PATTERN = '^([01]\\d|2[0-3]):[0-5]\\d$';

/** What a setting may hold, and what it holds where nobody set it. */
export type SettingRule =
  | { readonly kind: 'flag'; readonly standard: boolean }
  | { readonly kind: 'whole'; readonly standard: number; readonly least: number; readonly most: number }
  | { readonly kind: 'clock'; readonly standard: string }
  | { readonly kind: 'weekdays'; readonly standard: readonly Weekday[] };

/**
 * The settings of prompting, in the order in which the settings page shows them. package.json says the same; a test holds the two
 * together. 90 minutes and five days are judgement: no study of the best delay is known to us. Prompts at a breakpoint are less
 * frustrating than at once (Iqbal and Bailey 2008).
 */
export const promptSettings = {
  enabled: { kind: 'flag', standard: true },
  restMinutes: { kind: 'whole', standard: 90, least: 0, most: 1440 },
  workdays: { kind: 'weekdays', standard: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
  earliest: { kind: 'clock', standard: '09:30' },
  latest: { kind: 'clock', standard: '17:00' },
  nightFrom: { kind: 'clock', standard: '22:00' },
  nightUntil: { kind: 'clock', standard: '06:00' },
  afterNight: { kind: 'clock', standard: '10:30' },
  quietMinutes: { kind: 'whole', standard: 2, least: 0, most: 60 },
  maxPerDay: { kind: 'whole', standard: 1, least: 1, most: 5 },
  maxPerWeek: { kind: 'whole', standard: 3, least: 1, most: 20 },
  shortestAlertMinutes: { kind: 'whole', standard: 10, least: 0, most: 1440 },
  closesAfterWorkdays: { kind: 'whole', standard: 5, least: 1, most: 30 },
  unansweredPrompts: { kind: 'whole', standard: 2, least: 1, most: 10 },
  stillOpenHours: { kind: 'whole', standard: 8, least: 0, most: 168 },
  lessons: { kind: 'flag', standard: true },
} as const satisfies Readonly<Record<string, SettingRule>>;

interface Values {
  readonly flag: boolean;
  readonly whole: number;
  readonly clock: string;
  readonly weekdays: readonly Weekday[];
}

export type PromptSetting = keyof typeof promptSettings;
/** The settings as the gate takes them: whole numbers in their ranges, times of day like "09:30". */
export type PromptSettings = { readonly [N in PromptSetting]: Values[(typeof promptSettings)[N]['kind']] };

/** A value that cannot be used, as a sentence that says what is used instead. */
export interface SettingProblem {
  readonly setting: string;
  readonly sentence: string;
}

/** "leadDebrief.prompt.restMinutes". */
export const settingId = (name: PromptSetting): string => `${PROMPT_PREFIX}${name}`;

const fits: { readonly [K in SettingRule['kind']]: (value: unknown, rule: Extract<SettingRule, { kind: K }>) => boolean } = {
  flag: (value) => typeof value === 'boolean',
  whole: (value, { least, most }) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  clock: (value) => typeof value === 'string' && new RegExp(CLOCK_PATTERN).test(value),
  weekdays: (value) => Array.isArray(value) && value.every((each) => (WEEKDAYS as readonly unknown[]).includes(each)),
};

const mustWords: { readonly [K in SettingRule['kind']]: (rule: Extract<SettingRule, { kind: K }>) => string } = {
  flag: () => l10n.t('true or false'),
  whole: ({ least, most }) => l10n.t('a whole number from {0} to {1}', least, most),
  clock: () => l10n.t('a time of day like 09:30'),
  weekdays: () => l10n.t('a list of days like monday'),
};

/**
 * Reads the settings. A value that does not fit gives way to the standard one and is named; one that is not set is no problem.
 * @param valueOf what is set under a name without its prefix, undefined where nothing is
 */
export function readPromptSettings(valueOf: (name: PromptSetting) => unknown): {
  readonly settings: PromptSettings;
  readonly problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const entries = Object.entries(promptSettings).map(([name, rule]: [string, SettingRule]) => {
    const value = valueOf(name as PromptSetting) ?? rule.standard;
    if ((fits[rule.kind] as (value: unknown, rule: SettingRule) => boolean)(value, rule)) return [name, value];
    problems.push(problemOf(settingId(name as PromptSetting), value, rule));
    return [name, rule.standard];
  });
  return { settings: Object.fromEntries(entries) as PromptSettings, problems };
}

function problemOf(setting: string, value: unknown, rule: SettingRule): SettingProblem {
  const must = (mustWords[rule.kind] as (rule: SettingRule) => string)(rule);
  const said = (JSON.stringify(value) as string | undefined)?.slice(0, 40) ?? '';
  const used = JSON.stringify(rule.standard);
  return { setting, sentence: l10n.t('{0} says {1}, and must be {2}. Until then {3} is used.', setting, said, must, used) };
}
