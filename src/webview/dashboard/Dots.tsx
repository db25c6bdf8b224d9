import type { JSX } from 'preact';

/** In px, with their line. */
export const RADIUS = 3.5;

/**
 * Dots, all in one element: a line without length and with round ends is one (SVG 2, 13.5.4). An element each would be most of the page: of 300
 * reflections some 400 dots are drawn.
 * @param at the middle of each, in px
 */
export function Dots({ at }: { readonly at: readonly (readonly [x: number, y: number])[] }): JSX.Element {
  return <path class="dots" d={at.map(([x, y]) => `M${x} ${y}h0`).join('')} />;
}
