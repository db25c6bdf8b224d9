import * as v from 'valibot';
import { SEEK_ROLES } from './values';

/* What the schemas of the journal's files are made of: each field says what it is, for the JSON Schema that ships. */

export const say = v.description;
export const text = (about: string) => v.pipe(v.string(), say(about));
/** The forms of texts that are more than text. `check` has the sentence for each. */
export const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/;
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const ID = /^[0-9a-z][0-9a-z-]{1,63}$/;
export const PERSON_ID = /^p-[0-9a-z]+$/;
export const BEHAVIOUR_ID = /^[A-Z][0-9]{1,2}$/;
export const time = (about: string) => v.pipe(v.string(), v.regex(TIME), say(`${about} ISO 8601, in UTC, like 2026-05-14T14:02:00Z.`));
export const day = (about: string) => v.pipe(v.string(), v.regex(DAY), say(`${about} A day, like 2026-05-17.`));
export const id = v.pipe(v.string(), v.regex(ID), say('Id: made once, never changed.'));
export const behaviourId = (about: string) => v.pipe(v.string(), v.regex(BEHAVIOUR_ID), say(about));
export const flag = (about: string) => v.pipe(v.boolean(), say(about));
export const list = <T extends v.GenericSchema>(about: string, item: T) => v.pipe(v.array(item), say(about));
export const opt = v.exactOptional;
/** Valibot takes a list for an object in which no key is required. JSON Schema does not, nor does a person. */
export const noList = v.custom<Record<string, unknown>>((value) => !Array.isArray(value));
/** What belongs to a goal, of now or earlier. */
export const seekFields = {
  role: opt(v.pipe(v.picklist(SEEK_ROLES), say('In which role.'))),
  backing: opt(text('With whose backing.')),
  by: opt(day('By when.')),
  since: opt(time('When it was set.')),
};
