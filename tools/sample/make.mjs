#!/usr/bin/env node
// @ts-check
// Makes the sample workspace: node tools/sample/make.mjs FOLDER [--now ISO] [--seed N] [--year]
// The same --now and --seed give the same history, to the hash. Needs Node and git, nothing else.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { enter, Refusal } from '../refusal.mjs';
import { trouble } from './history.mjs';
import { makeRepository } from './repository.mjs';
import { writeYear } from './year.mjs';

const DAY = 24 * 3_600_000;

/**
 * @typedef {object} Sample
 * @property {string} folder absolute
 * @property {string} title of the incident that the history holds
 * @property {string} start ISO 8601 UTC
 * @property {string} end ISO 8601 UTC
 * @property {string} head the hash of the last commit
 */

/**
 * Makes a git repository of a small payment service in which, on the day before `now`, a deploy goes wrong and is put right; with
 * `year` also a journal in it, with a year of reflections.
 * @param {string} folder absent or empty, else refused
 * @param {{ now?: string, seed?: number, year?: boolean }} [options] now: ISO 8601, the clock where it is not given
 * @returns {Sample}
 */
export function makeSample(folder, { now = new Date().toISOString(), seed = 1, year = false } = {}) {
  const clock = Date.parse(now);
  if (Number.isNaN(clock)) throw new Refusal(`"${now}" is not a time. Give one like 2026-05-15T09:00:00Z.`);
  if (!Number.isInteger(seed)) throw new Refusal('The seed is a whole number.');
  const day0 = Math.floor(clock / DAY - 1) * DAY;
  const day = new Date(day0).toISOString().slice(0, 10);
  const incident = { title: trouble.title, start: `${day}T${trouble.start}:00Z`, end: `${day}T${trouble.end}:00Z` };
  const place = path.resolve(folder);
  const head = makeRepository(place, day0, seed);
  if (year) writeYear(place, incident, seed);
  return { folder: place, ...incident, head };
}

async function main() {
  const options = /** @type {const} */ ({
    now: { type: 'string' },
    seed: { type: 'string', default: '1' },
    year: { type: 'boolean', default: false },
  });
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined)
    throw new Refusal('Name a folder: node tools/sample/make.mjs FOLDER [--now ISO] [--seed N] [--year]');
  const { now, seed, year } = values;
  console.log(
    JSON.stringify(makeSample(folder, { ...(now !== undefined && { now }), seed: Number(seed), year }), null, 2),
  );
  return 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await enter(main);
