import { useEffect, useState } from 'preact/hooks';
import type { SaveState } from '../../core/reflection/reflectionState';

export type SavedWord = 'saved' | 'saving' | 'failed';

/** Only what takes longer is worth a word. */
const SLOW = 1_000;

/**
 * The word for the state of the save. "Saved" only where every text on screen is in a state that the editor sent; "Saving…" once
 * that has taken a second. Until then the word before stays, so that it does not flicker with each key.
 */
export function useSaved(save: SaveState, allSaved: boolean): SavedWord {
  const [word, setWord] = useState<SavedWord>('saved');
  const now: SavedWord | undefined = save.kind === 'failed' ? 'failed' : allSaved ? 'saved' : undefined;
  useEffect(() => {
    if (now !== undefined) {
      setWord(now);
      return undefined;
    }
    const timer = setTimeout(() => setWord('saving'), SLOW);
    return () => clearTimeout(timer);
  }, [now]);
  return now ?? word;
}
