import fc from 'fast-check';

/** Who tells of an incident first. */
export const TELLERS = ['declared', 'document', 'git', 'link', 'import'] as const;
export type Teller = (typeof TELLERS)[number];
export const MACHINES = ['laptop', 'desktop'] as const;
export type MachineName = (typeof MACHINES)[number];

/** One incident of the year, and what the lead does about it. Days are counted from the first of January, minutes from midnight, UTC. */
export interface ToldIncident {
  readonly day: number;
  readonly minute: number;
  /** Minutes. */
  readonly lasts: number;
  readonly teller: Teller;
  readonly on: MachineName;
  readonly service: 'pay' | 'search' | 'mail';
  readonly severity: 'sev1' | 'sev2' | 'sev3';
  readonly kind: 'real' | 'drill' | 'shadow';
  /** What the lead says when asked, each time. */
  readonly answer: 'nothing' | 'start' | 'inTwoHours' | 'tomorrow' | 'nextWeek' | 'skip' | 'notAnIncident' | 'never';
  /** After how many days the lead looks back at it unasked; never where null. */
  readonly looksBack: number | null;
  /** Leaves in the middle, and goes on days later on the other machine. */
  readonly leaves: boolean;
  readonly lesson: boolean;
  /** On how many of the days on which the lesson is due the lead recalls it, and how late. */
  readonly recalls: number;
  readonly late: number;
  /** Types in the same field on both machines, before they meet. */
  readonly typesTwice: boolean;
  readonly fate: 'kept' | 'deleted' | 'broughtBack' | 'deletedForEver';
}

/** A drill that the lead does. */
export interface ToldDrill {
  readonly day: number;
  readonly minute: number;
  readonly on: MachineName;
  /** The one that ships, or an incident that was looked back at; the ready one, where too little is known of any. */
  readonly of: 'ready' | 'own';
  /** Leaves in the middle, and goes on days later on the other machine. */
  readonly leaves: boolean;
  readonly lesson: boolean;
  readonly plan: boolean;
  readonly recalls: number;
  readonly late: number;
}

/** What the lead seeks next. */
export interface ToldGoal {
  readonly day: number;
  readonly on: MachineName;
  /** By how many days later. */
  readonly within: number;
  /** What the lead says of it once its day has come, so many days late. `further`: another day, as far away once more. */
  readonly became: 'met' | 'further' | 'dropped';
  readonly late: number;
}

/** A year of a lead. */
export interface Story {
  /** Null where there is none: so a story that fails gets short. */
  readonly incidents: readonly (ToldIncident | null)[];
  /** Days without the machines. */
  readonly holidays: readonly { readonly day: number; readonly days: number }[];
  readonly zones: readonly { readonly day: number; readonly zone: string }[];
  readonly drills: readonly ToldDrill[];
  readonly goals: readonly ToldGoal[];
  /** From which day on how many real incidents a month are enough. */
  readonly limits: readonly { readonly day: number; readonly limit: number }[];
  /** Days in the evening of which the two machines meet. */
  readonly meetings: readonly number[];
}

const day = fc.nat(350);

const incident: fc.Arbitrary<ToldIncident> = fc.record({
  day,
  minute: fc.nat(1439),
  lasts: fc.constantFrom(20, 4, 60, 150, 600),
  teller: fc.constantFrom(...TELLERS),
  on: fc.constantFrom(...MACHINES),
  service: fc.constantFrom('pay', 'search', 'mail'),
  severity: fc.constantFrom('sev2', 'sev1', 'sev3'),
  kind: fc.oneof({ weight: 8, arbitrary: fc.constant('real' as const) }, { weight: 1, arbitrary: fc.constantFrom('drill' as const, 'shadow' as const) }),
  answer: fc.constantFrom('start', 'start', 'start', 'nothing', 'inTwoHours', 'tomorrow', 'nextWeek', 'skip', 'notAnIncident', 'never'),
  looksBack: fc.option(fc.nat(12), { freq: 2 }),
  leaves: fc.boolean(),
  lesson: fc.boolean(),
  recalls: fc.nat(4),
  late: fc.nat(6),
  typesTwice: fc.boolean(),
  fate: fc.constantFrom('kept', 'kept', 'kept', 'kept', 'kept', 'deleted', 'broughtBack', 'deletedForEver'),
});

const drill: fc.Arbitrary<ToldDrill> = fc.record({
  day,
  minute: fc.nat(1439),
  on: fc.constantFrom(...MACHINES),
  of: fc.constantFrom('ready', 'own'),
  leaves: fc.boolean(),
  lesson: fc.boolean(),
  plan: fc.boolean(),
  recalls: fc.nat(4),
  late: fc.nat(6),
});

const goal: fc.Arbitrary<ToldGoal> = fc.record({ day, on: fc.constantFrom(...MACHINES), within: fc.nat(40), became: fc.constantFrom('met', 'further', 'dropped'), late: fc.nat(6) });

const ZONES = ['America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Berlin'];

/** A year with so many incidents. */
export const aYear = (incidents: number): fc.Arbitrary<Story> =>
  fc.record({
    incidents: fc.array(fc.option(incident, { freq: 40 }), { minLength: incidents, maxLength: incidents }),
    holidays: fc.array(fc.record({ day, days: fc.integer({ min: 3, max: 21 }) }), { maxLength: 3 }),
    zones: fc.array(fc.record({ day, zone: fc.constantFrom(...ZONES) }), { maxLength: 2 }),
    drills: fc.array(drill, { maxLength: 5 }),
    goals: fc.array(goal, { maxLength: 8 }),
    limits: fc.array(fc.record({ day: fc.nat(150), limit: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
    meetings: fc.array(fc.nat(365), { minLength: 12, maxLength: 20 }),
  });
