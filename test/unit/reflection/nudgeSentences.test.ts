import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { nudges } from '../../../src/core/reflection/nudge';

interface Sentence {
  readonly text: string;
  /** A reader says: it judges what somebody did by what was known later. */
  readonly judges?: true;
}

/**
 * 200 sentences of 39 incident documents (dfds/postmortems and ministryofjustice/cloud-platform, both MIT): all 50 that have a word which might be
 * meant (should, could, ought, might, fail, forgot, neglected, …), and 150 others, evenly spread. Who judges was read once, by one reader, who had seen what is underlined; at first a third false alarm was "We should have a talk".
 */
const sentences = JSON.parse(readFileSync(new URL('nudgeSentences.json', import.meta.url), 'utf8')) as readonly Sentence[];

describe('words that judge the past, in 200 sentences of incident documents', () => {
  const underlined = sentences.filter(({ text }) => nudges(text).length > 0);

  it('no sentence that judges is missed', () => {
    assert.equal(sentences.length, 200);
    assert.deepEqual(sentences.filter(({ text, judges }) => judges && nudges(text).length === 0), []);
  });

  it('two false alarms: what would have become possible, and what was assumed', () => {
    assert.deepEqual(underlined.filter(({ judges }) => !judges).flatMap(({ text }) => nudges(text).map(({ words }) => words)), ['they could have', 'we could have']);
    assert.equal(underlined.length, 4);
  });
});
