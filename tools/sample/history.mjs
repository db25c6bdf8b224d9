// @ts-check
// What happened in the sample service: ten days as a table. Day 0 is the day of the incident.
import { firstDays } from './firstDays.mjs';
import { laterDays } from './laterDays.mjs';
import { troubleDay } from './troubleDay.mjs';

/** @typedef {import('./team.mjs').Member} Member */
/**
 * @typedef {object} Change
 * @property {string} id what others call it by
 * @property {number} day 0 is the day of the incident, -1 the day before
 * @property {string} time UTC
 * @property {Member} by
 * @property {string} subject
 * @property {string} [body] `{{id}}` becomes the full hash of that change
 * @property {(Member | 'ai')[]} [with] co-authors
 * @property {Record<string, string | [from: string, to: string]>} [files] new files, or one replacement in a file
 * @property {string} [undoes] takes the files of that change back
 * @property {string} [branch] not on main: merged later
 * @property {string} [merges] the branch that it brings in
 * @property {{ name: string, minutes?: number, message?: string }} [tag] `{{day}}` becomes its date. One with a
 *   message is annotated, so many minutes later
 */

/** Every change after the first commit, oldest first. */
export const history = [...firstDays, ...laterDays, ...troubleDay];

/** The incident that the history holds, in UTC on day 0. */
export const trouble = { title: 'Payment timeouts', start: '14:02', end: '15:37' };
