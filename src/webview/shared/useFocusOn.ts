import { useLayoutEffect, useRef } from 'preact/hooks';

/** On another screen or section focus goes to its heading, so that it is read, and it begins at its top. */
export function useFocusOn(place: string, main: { readonly current: HTMLElement | null }): void {
  const before = useRef<string>(undefined);
  useLayoutEffect(() => {
    const moved = before.current !== undefined && before.current !== place;
    before.current = place;
    if (!moved && !(document.hasFocus() && document.activeElement === document.body)) return;
    main.current?.querySelector('h1')?.focus();
    if (moved) main.current?.scrollTo(0, 0);
  }, [place]);
}
