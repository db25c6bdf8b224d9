/* What goes between the editor and the frame around each page. Beside `protocol.ts` and without its schemas, which are more than a page may weigh. */

/** The commands that buttons of the frame stand for, without the prefix. */
export const PRESSES = ['showContents', 'throwAway'] as const;

/** What the frame asks for: whether it is covered, or what one of its buttons does. */
export type FrameMessage = { readonly type: 'covered' } | { readonly type: 'press'; readonly press: (typeof PRESSES)[number] };

/** What the frame gets: whether contents are hidden. */
export interface ToFrame {
  readonly type: 'cover';
  readonly hidden: boolean;
}

/** A message of the frame, built anew from what arrived; undefined where it is none. */
export function frameMessage(data: unknown): FrameMessage | undefined {
  const { type, press } = fieldsOf(data);
  if (type === 'covered') return { type };
  const known = type === 'press' ? PRESSES.find((each) => each === press) : undefined;
  return known && { type: 'press', press: known };
}

/** A message for the frame; undefined where it is none. */
export function toFrame(data: unknown): ToFrame | undefined {
  const { type, hidden } = fieldsOf(data);
  return type === 'cover' && typeof hidden === 'boolean' ? { type, hidden } : undefined;
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
}
