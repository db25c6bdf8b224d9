import { useLayoutEffect } from 'preact/hooks';

/** Focus comes to the heading, to be read, as long as nothing else has it: from there the arrow keys scroll. */
export function useFocusToRead(heading: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const read = (): void => {
      if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    };
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
}
