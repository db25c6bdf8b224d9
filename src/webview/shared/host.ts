import * as l10n from '@vscode/l10n';
import { toFrame } from '../../core/frame';
import { PAGE_KEYS, type PageKey } from '../../core/pageKeys';
import { Cover } from './cover';

/** What the editor gives a page. */
interface PageApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): PageApi;

/** A page's line to the editor: intents go out, whole states and caught keys come in. */
export interface Host<State, Message, Opened = never> {
  /** Sends one intent. There is no answer but the next state. */
  readonly post: (message: Message) => void;
  /** Calls with each state, at once with one that is here already; while contents are hidden, with the last once they are shown. Returns how to stop. */
  readonly onState: (listener: (state: State, opened: Opened | undefined) => void) => () => void;
  /** Calls with each key that the editor caught for the page. Returns how to stop. */
  readonly onKey: (listener: (key: PageKey) => void) => () => void;
  /** What this page kept for itself (where the reader was), undefined at first. Lost with the page, never anything that matters. */
  readonly remembered: <T>() => T | undefined;
  readonly remember: <T>(value: T) => void;
}

/**
 * Opens the line, once a page, and loads the texts of the editor's language. Ends by telling the editor that the page is there.
 * @param before what it sends first, of what this page kept for itself: the editor checks it like any message
 */
export function connect<State, Message extends { readonly type: string }, Opened = never>(before: (remembered: unknown) => unknown = () => undefined): Host<State, Message | { readonly type: 'ready' }, Opened> {
  const api = acquireVsCodeApi();
  // In an attribute, not in a script: the page's policy allows one script, by its nonce.
  l10n.config({ contents: document.body.dataset['l10n'] ?? '{}' });
  const states = new Set<(state: State, opened: Opened | undefined) => void>();
  const keys = new Set<(key: PageKey) => void>();
  let last: { readonly state: State } | undefined;
  let opened: Opened | undefined;
  const cover = new Cover((message) => api.postMessage(message));
  const draw = (): void => {
    for (const listener of [...states]) if (last && !cover.isOn) listener(last.state, opened);
  };
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const framed = toFrame(data);
    if (framed) {
      cover.turn(framed.hidden, draw);
    } else if (isState<State>(data)) {
      last = data;
      draw();
    } else if (isOpened<Opened>(data)) {
      opened = data.opened ?? undefined;
      draw();
    } else if (isKey(data) && !cover.isOn) {
      for (const listener of [...keys]) listener(data.key);
    }
  });
  const first = before(api.getState());
  if (first !== undefined) api.postMessage(first);
  api.postMessage({ type: 'covered' });
  api.postMessage({ type: 'ready' });
  return {
    post: (message) => api.postMessage(message),
    onState(listener) {
      states.add(listener);
      if (last && !cover.isOn) listener(last.state, opened);
      return () => states.delete(listener);
    },
    onKey(listener) {
      keys.add(listener);
      return () => keys.delete(listener);
    },
    remembered: <T>() => api.getState() as T | undefined,
    remember: (value) => api.setState(value),
  };
}

function isState<State>(data: unknown): data is { readonly state: State } {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'state' && 'state' in data;
}

function isOpened<Opened>(data: unknown): data is { readonly opened: Opened | null } {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'opened' && 'opened' in data;
}

function isKey(data: unknown): data is { readonly key: PageKey } {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'key' && 'key' in data && PAGE_KEYS.some((key) => key === data.key);
}
