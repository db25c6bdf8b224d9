// @ts-check
// Makes the JSON Schemas that ship (`contributes.jsonValidation`) from the valibot schemas, which are the only ones.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is evaluated: the schema and the converter in one bundle, so that both see the same valibot. */
const entry = `
  import { toJsonSchema } from '@valibot/to-json-schema';
  import { incidentSchema, purgedSchema } from './src/core/journal/schema';
  import { drillFileSchema } from './src/core/drill/drillFile';
  export const [incident, purged, drill] = [incidentSchema, purgedSchema, drillFileSchema].map((schema) => toJsonSchema(schema, { typeMode: 'output' }));
`;

/** What is left of an incident that was deleted for ever has no title. A choice of two would make an editor say what is wrong with either. */
const isPurged = { type: 'object', required: ['deleted'], not: { required: ['title'] }, properties: { deleted: { type: 'object', required: ['purged'] } } };

async function made() {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent',
  });
  const [bundle] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(bundle?.text ?? '').toString('base64')}`);
}

/**
 * The JSON Schema (draft 7) of one incident's file, with every description: the incident, or what is left of it.
 * @returns {Promise<Record<string, unknown>>}
 */
export async function incidentJsonSchema() {
  const { incident, purged } = await made();
  const { $schema, title, ...whole } = incident;
  return { $schema, title, if: isPurged, then: { ...purged, $schema: undefined }, else: whole };
}

/**
 * The JSON Schema (draft 7) of the file of a drill.
 * @returns {Promise<Record<string, unknown>>}
 */
export const drillJsonSchema = async () => (await made()).drill;

/**
 * Writes both where the manifest points to.
 * @param {string} folder
 */
export async function writeSchemas(folder) {
  await mkdir(folder, { recursive: true });
  const write = (/** @type {string} */ name, /** @type {unknown} */ schema) => writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  await Promise.all([write('incident.schema.json', await incidentJsonSchema()), write('drill.schema.json', await drillJsonSchema())]);
}
