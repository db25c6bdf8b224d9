import { useEffect, useState } from 'preact/hooks';
import type { SaveState } from '../../core/reflection/reflectionState';

export type SavedWord = 'saved' | 'saving' | 'failed' | 'unheard';

/** Only what takes longer is worth a word. */
const SLOW = 1_000;

/** A save that waits for another window is refused after 15 seconds: now nobody listens any more, as after a crash of the editor's extensions. */
const LONG = 20_000;

export interface Saved {
  readonly word: SavedWord;
  /** Something was typed since, and nobody knows yet whether it is saved: the word stays, to be read only once, but is not shown. */
  readonly isPending: boolean;
}

/**
 * The word for the state of the save. "Saved" shows only where every text on screen is in a state that the editor sent; "Saving…"
 * once that has taken a second, and where no answer comes at all, what to do. In between, nothing shows.
 */
export function useSaved(save: SaveState, allSaved: boolean): Saved {
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
  useEffect(() => {
    const timer = setTimeout(() => now ?? setWord('unheard'), LONG); // since the last state came
    return () => clearTimeout(timer);
  }, [now, save]);
  return { word: now ?? word, isPending: now === undefined && word === 'saved' };
}
