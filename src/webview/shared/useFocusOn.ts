import { useLayoutEffect, useRef } from 'preact/hooks';

/** On another screen or section focus goes to its heading, so that it is read, and it begins at its top. */
export function useFocusOn(place: string, main: { readonly current: HTMLElement | null }): void {
  const before = useRef<string>(undefined);
  useLayoutEffect(() => {
    const moved = before.current !== undefined && before.current !== place;
    before.current = place;
    if (moved) main.current?.scrollTo(0, 0);
    const goThere = (): void => main.current?.querySelector('h1')?.focus();
    if (document.hasFocus()) return moved || document.activeElement === document.body ? goThere() : undefined;
    if (!moved) return;
    // Moved from elsewhere, a page behind would take the focus from where somebody is.
    window.addEventListener('focus', goThere, { once: true });
    return () => window.removeEventListener('focus', goThere);
  }, [place]);
}
