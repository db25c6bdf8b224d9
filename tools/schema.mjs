// @ts-check
// Makes the JSON Schema that ships (`contributes.jsonValidation`) from the valibot schema, which is the only one.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is evaluated: the schema and the converter in one bundle, so that both see the same valibot. */
const entry = `
  import { toJsonSchema } from '@valibot/to-json-schema';
  import { incidentSchema, purgedSchema } from './src/core/journal/schema';
  export const [incident, purged] = [incidentSchema, purgedSchema].map((schema) => toJsonSchema(schema, { typeMode: 'output' }));
`;

/** What is left of an incident that was deleted for ever has no title. A choice of two would make an editor say what is wrong with either. */
const isPurged = { type: 'object', required: ['deleted'], not: { required: ['title'] }, properties: { deleted: { type: 'object', required: ['purged'] } } };

/**
 * The JSON Schema (draft 7) of one incident's file, with every description: the incident, or what is left of it.
 * @returns {Promise<Record<string, unknown>>}
 */
export async function incidentJsonSchema() {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent',
  });
  const [bundle] = outputFiles;
  const { incident, purged } = await import(`data:text/javascript;base64,${Buffer.from(bundle?.text ?? '').toString('base64')}`);
  const { $schema, title, ...whole } = incident;
  return { $schema, title, if: isPurged, then: { ...purged, $schema: undefined }, else: whole };
}

/**
 * Writes it where the manifest points to.
 * @param {string} outFile
 */
export async function writeIncidentSchema(outFile) {
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, `${JSON.stringify(await incidentJsonSchema(), null, 2)}\n`);
}
