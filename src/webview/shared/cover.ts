import { frameMessage, type FrameMessage } from '../../core/frame';

/**
 * Covers the page while contents are hidden. What stands below is taken out of display whole: nobody sees it, hears it read, finds it or
 * copies it, and a field in it keeps what was typed. Its HTML comes with the page, so a page that is opened covered never shows anything.
 */
export class Cover {
  readonly #cover = document.getElementById('cover');
  readonly #root = document.getElementById('root');
  #focused: HTMLElement | undefined;

  /** @param post sends what a button of the frame stands for */
  constructor(post: (message: FrameMessage) => void) {
    document.addEventListener('click', ({ target }) => {
      const press = target instanceof Element && target.closest<HTMLElement>('[data-press]')?.dataset['press'];
      const message = frameMessage({ type: 'press', press });
      if (message) post(message);
    });
  }

  /** Whether nothing of the page is shown. */
  get isOn(): boolean {
    return this.#root?.hidden === true;
  }

  /** Covers the page, or uncovers it with what `draw` makes of it. Focus goes to the cover, and back to where it was. */
  turn(on: boolean, draw: () => void): void {
    if (on === this.isOn || !this.#cover || !this.#root) return;
    const wasActive = document.hasFocus();
    const { activeElement } = document;
    if (on && activeElement instanceof HTMLElement && this.#root.contains(activeElement)) {
      this.#focused = activeElement;
      activeElement.blur(); // ends a composition, which reaches the editor by that
    }
    this.#root.hidden = on;
    this.#cover.hidden = !on;
    if (!on) draw();
    if (wasActive) (on ? this.#cover.querySelector('h1') : this.#focused)?.focus();
  }
}
