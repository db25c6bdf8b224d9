import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import * as v from 'valibot';
import { LINK_KEYS } from '../../src/core/incidentLink/linkFields';
import { FINDINGS } from '../../src/core/deep/findings';
import { DEEP_SECTIONS } from '../../src/core/deep/places';
import { questions } from '../../src/core/deep/questions';
import { drillFileSchema, judgeDrill } from '../../src/core/drill/drillFile';
import { sectionWords } from '../../src/core/deep/sections';
import { linkTemplates } from '../../src/core/incidentLink/linkTemplates';
import { incidentSchema, journalSchema, peopleSchema } from '../../src/core/journal/schema';
import { behaviours } from '../../src/core/reflection/behaviours';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
    readonly walkthroughs: readonly [{ readonly steps: readonly { readonly media: { readonly svg: string }; readonly completionEvents: readonly string[] }[] }];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly default: unknown }>> }[];
  };
}
const { contributes } = JSON.parse(read('package.json')) as Manifest;
const words = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;

/** The rows of all tables of a page, each as its cells. */
function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** The anchors of a page's headings, as the editor's preview and GitHub make them. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));
}

/** What a page leads to or shows, as a reader of it finds them. */
function linksOf(text: string): readonly string[] {
  return [...new MarkdownIt({ html: true, linkify: false }).render(text).matchAll(/(?:href|src|srcset)="([^"]+)"/g)].map(([, link = '']) => link);
}

describe('the pages that ship', () => {
  for (const page of [...pages, 'README.md', 'CONTRIBUTING.md']) {
    it(`${page}: no dead link, and nothing that needs a network to be read`, () => {
      for (const link of linksOf(read(page))) {
        if (/^https?:/.test(link)) continue;
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? page : path.join(path.dirname(page), file);
        assert.ok(existsSync(path.join(root, target)), `${link} is not there`);
        if (anchor !== undefined) assert.ok(anchorsOf(read(target)).includes(anchor), `${link}: no such heading`);
      }
      if (pages.includes(page)) assert.doesNotMatch(read(page), /!\[[^\]]*\]\(https?:|<img|<script/);
    });
  }

  it('links: the keys that a link may say, and the templates that can be copied, word for word', () => {
    const text = read('docs/links.md');
    assert.deepEqual(rowsOf(text).flatMap(([cell = '']) => /^`(\w+)`$/.exec(cell)?.[1] ?? []).toSorted(), [...LINK_KEYS].toSorted());
    const recipes = text.split(/^### /m).slice(1).flatMap((recipe) => [.../```\n(.+)\n```/.exec(recipe)?.slice(1) ?? []]);
    assert.deepEqual(recipes, linkTemplates().map(({ query }) => query));
  });

  it('behaviours: the names and acts of the table, word for word', () => {
    const sections = read('docs/behaviours.md').split(/^### /m).slice(1);
    const told = sections.map((section) => {
      const [, id = '', name = ''] = /^(\w+) (.+)$/m.exec(section) ?? [];
      const acts = [...section.matchAll(/^[1-5]\. (.+)$/gm)].map(([, act]) => act);
      return { id, name, acts };
    });
    assert.deepEqual(told, behaviours().map(({ id, name, anchors }) => ({ id, name, acts: [...anchors] })));
  });

  it('the deep path: every question word for word with its finding, in its section with its minutes', () => {
    const told = read('docs/deep-path.md').split(/^### /m).slice(1).map((section) => {
      const [, id = '', title = '', minutes = ''] = /^(\w) (.+)\n\nAbout (\d+) min\./.exec(section) ?? [];
      return { id, title, minutes: Number(minutes), questions: rowsOf(section).slice(1).map(([words, , source]) => [words, source]) };
    });
    const words = sectionWords();
    const own = (id: string) => questions().filter(({ section }) => section === id).map((each) => [each.words(), FINDINGS[each.source]]);
    assert.deepEqual(told, DEEP_SECTIONS.map((id) => ({ id, title: words[id].title, minutes: words[id].minutes, questions: own(id) })));
  });

  it('the file format: its examples are what the format allows, and every field is explained', () => {
    const page = read('docs/file-format.md');
    const [incident, people, journal] = [...page.matchAll(/```json\n([\s\S]+?)```/g)].map(([, text = '']) => JSON.parse(text) as Readonly<Record<string, unknown>>);
    assert.ok(incident);
    const checked = v.safeParse(incidentSchema, incident);
    assert.deepEqual(checked.issues, undefined);
    assert.ok(v.is(peopleSchema, people));
    assert.deepEqual([v.safeParse(journalSchema, journal).issues, Object.keys(journal ?? {})], [undefined, Object.keys(journalSchema.entries).filter((key) => key !== 'clashes')]);
    const known = Object.keys(incidentSchema.pipe[0].entries);
    assert.deepEqual(Object.keys(incident).filter((key) => !known.includes(key)), []);
    const explained = rowsOf(page).flatMap(([cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    assert.deepEqual(known.filter((name) => !explained.includes(name)), []);
    assert.deepEqual(explained.filter((name) => !known.includes(name)), []);
  });

  it('drills: its example is what the format allows, and every field is explained', () => {
    const page = read('docs/drills.md');
    const [drill] = [...page.matchAll(/```json\n([\s\S]+?)```/g)].map(([, text = '']) => JSON.parse(text) as unknown);
    assert.equal(judgeDrill(drill).state, 'valid');
    const named = (value: unknown): readonly string[] => (typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([key, each]) => (Array.isArray(value) ? named(each) : [key, ...named(each)])));
    const explained = [...page.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    const known = new Set([...Object.keys(drillFileSchema.pipe[0].entries), ...named(drill)]);
    assert.deepEqual([...known].filter((name) => !explained.includes(name)), []);
  });

  it('settings: each one with its default, and none that is not there', () => {
    const told = rowsOf(read('docs/settings.md')).slice(1).map(([name, standard]) => [name, standard]);
    const given = contributes.configuration.flatMap(({ properties }) => Object.entries(properties)).map(([name, { default: standard }]) => [`\`${name}\``, `\`${JSON.stringify(standard)}\``]);
    assert.deepEqual(told, given);
  });

  it('commands: each one that the palette can show, and none that is not there', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    const given = contributes.commands.filter(({ command }) => !hidden.includes(command)).map(({ title }) => words[title.replaceAll('%', '')]);
    const told = rowsOf(read('docs/commands.md')).flatMap(([names = '']) => names.split(', ')).filter((name) => name !== 'command');
    assert.deepEqual(told.filter((name) => !given.includes(name)), []);
    assert.deepEqual(given.filter((name) => !told.includes(name ?? '')), []);
  });

  it('the walkthrough: four steps, each done by something that is there, with a picture in the colours of the theme and without words', () => {
    const [{ steps }] = contributes.walkthroughs;
    assert.equal(steps.length, 4);
    for (const { media, completionEvents } of steps) {
      const picture = read(media.svg);
      assert.doesNotMatch(picture, /#[0-9a-f]{3,8}\b|rgb|style|<text|<script|href/i);
      assert.match(picture, /var\(--vscode-/);
      for (const event of completionEvents) {
        const [, id] = /^onCommand:(.+)$/.exec(event) ?? [];
        if (id !== undefined) assert.ok(contributes.commands.some(({ command }) => command === id), event);
      }
    }
  });

  it('every text of the manifest is there, and none that nobody needs', () => {
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual(used.filter((key) => !(key in words)), []);
    assert.deepEqual(Object.keys(words).filter((key) => !used.includes(key)), []);
  });
});
