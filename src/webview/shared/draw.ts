import { render, type VNode } from 'preact';

let isFramed = true;

/** Draws the page, the first time in place of the static frame that stood there for the first paint. */
export function draw(page: VNode): void {
  const root = document.getElementById('root') ?? document.body;
  if (isFramed) root.replaceChildren();
  isFramed = false;
  render(page, root);
}
