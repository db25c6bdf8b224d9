import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Incident, People } from '../../../src/core/journal/schema';
import { lessonLines, lessonMarkdown, type LessonLine } from '../../../src/core/share/lessonLines';

const people: People = { format: 1, people: [{ id: 'p1', name: 'Mei Lin', alias: 'River', mails: ['mei.lin@example.com'] }] };
const record: Incident = {
  format: 1, id: '7k3f9q2mxa', title: 'Timeouts', window: { start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' },
  lesson: { text: 'Ask who knows the pool before raising a wait.' },
  plan: { id: 'l1', cue: 'two alerts in five minutes', act: 'ask Mei Lin for the graph' },
  promises: [{ id: 'r1', text: 'A runbook for the pool', person: 'p1', state: 'open' }, { id: 'r2', text: 'Measure the wait', state: 'kept' }],
  reflection: { path: 'deep', started: '2026-05-15T09:00:00Z', finished: '2026-05-15T09:20:00Z', answers: { surprise: 'The gateway retried by itself.', moment: 'The log', sentence: 'You were tired.', 'person.note': 'Mei Lin saw it', otherwise: '  ' } },
};
const of = (shown: 'alias' | 'name', more: Partial<Incident> = {}): readonly LessonLine[] => {
  const given = { ...record, ...more };
  return lessonLines({ record: given, people, all: [given], shown, locale: { zone: 'UTC', language: 'en' }, now: 0 });
};

describe('what of a reflection could go into a document', () => {
  it('is its lesson, plan, answers about what happened, and promises; with aliases unless names are asked for', () => {
    assert.deepEqual(of('alias').map(({ label, text, names, usual }) => [label, text, names, usual]), [
      ['Lesson', 'Ask who knows the pool before raising a wait.', false, true],
      ['Plan', 'When I next see two alerts in five minutes, I will ask River for the graph.', true, false],
      ['What surprised you?', 'The gateway retried by itself.', false, false],
      ['Promise, River', 'A runbook for the pool', true, false],
      ['Promise', 'Measure the wait', false, false],
    ]);
    assert.deepEqual(of('name').filter(({ names }) => names).map(({ label, text }) => `${label}: ${text}`), ['Plan: When I next see two alerts in five minutes, I will ask Mei Lin for the graph.', 'Promise, Mei Lin: A runbook for the pool']);
  });

  it('is nothing where nothing was written, and never a feeling, a rating or a note about somebody', () => {
    assert.deepEqual(of('alias', { lesson: { text: ' ' }, plan: { id: 'l1' }, promises: [], reflection: { path: 'deep', started: '2026-05-15T09:00:00Z', answers: { sentence: 'You were tired.', 'person.note': 'Mei Lin saw it' } } }), []);
  });

  it('is a plain text in one line, whatever was typed', () => {
    const markdown = new MarkdownIt({ html: true, linkify: true });
    fc.assert(fc.property(fc.array(fc.constantFrom('# ', '- ', '1. ', '> ', '<b>', '**', '`', '[a](b)', '![c](d)', '\n', '\r\n', '    ', '---', '|', 'https://a.b', 'word', '&amp;', '\\'), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')), (text) => {
      const line = lessonMarkdown({ label: 'Lesson', text });
      assert.equal(/[\r\n]/.test(line), false);
      const types = markdown.parse(`- ${line}\n`, {}).flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)]);
      assert.deepEqual([...new Set(types)].filter((type) => !['bullet_list_open', 'bullet_list_close', 'list_item_open', 'list_item_close', 'paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'strong_open', 'strong_close'].includes(type)), []);
    }));
  });
});
