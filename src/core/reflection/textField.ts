import * as v from 'valibot';

/*
 * Apart from the protocol: the journal needs these names in each window, and none of the messages.
 */

/** The texts that a lead types. `evidence.C1` is what shows behaviour C1; `answer.luck` a question of the deep path; `note.` and `outside.` an entry by its id. */
export const textField = v.union([
  v.picklist([
    'stakes', 'ledger.why', 'moment', 'person.name', 'person.note', 'lesson', 'plan.cue', 'plan.act', 'cue.branch', 'cue.file', 'typed.cue', 'typed.act',
  ]),
  v.pipe(v.string(), v.regex(/^evidence\.[A-Z][0-9]{1,2}$/)) as v.GenericSchema<string, `evidence.${string}`>,
  v.pipe(v.string(), v.regex(/^answer\.[a-zA-Z]{1,24}(\.[0-9a-zA-Z-]{1,64})?$/)) as v.GenericSchema<string, `answer.${string}`>,
  v.pipe(v.string(), v.regex(/^note\.[0-9a-z][0-9a-z-]{1,63}$/)) as v.GenericSchema<string, `note.${string}`>,
  v.pipe(v.string(), v.regex(/^outside\.[0-9a-z][0-9a-z-]{1,63}$/)) as v.GenericSchema<string, `outside.${string}`>,
]);
export type TextField = v.InferOutput<typeof textField>;
