/** What takes the focus, where it is there to be used. */
const FOCUSABLE = ':is(input, textarea, select, button, summary, [tabindex="0"]):not(:disabled)';

/**
 * A control that goes away when it is used ("Rate without an example", "Keep it as it is") would take the focus with it: who uses
 * the keyboard would begin at the top again, and a screen reader would say nothing. The focus then goes to what stands in its place,
 * else to what stands before it.
 */
export function keepFocus(root: HTMLElement): void {
  let trail: readonly Step[] = [];
  root.addEventListener('focusin', ({ target }) => {
    trail = target instanceof Element ? trailOf(target, root) : [];
  });
  root.addEventListener('focusout', ({ target }) => {
    // Who clicks beside everything has let go; an element that is being removed is still there during its event.
    queueMicrotask(() => {
      if (target instanceof Element && target.isConnected && document.activeElement === document.body) trail = [];
    });
  });
  const giveOn = (): void => {
    // A page behind would take the focus from where somebody is: it gives it on once it has it again.
    if (!document.hasFocus() || document.activeElement !== document.body || trail[0]?.child.isConnected !== false) return;
    const near = trail.find(({ parent }) => parent.isConnected);
    if (near) focusNear(near);
  };
  new MutationObserver(giveOn).observe(root, { childList: true, subtree: true });
  window.addEventListener('focus', giveOn);
}

/** One step up from what has the focus. */
interface Step {
  readonly parent: Element;
  readonly child: Element;
  /** Where the child stands in its parent. */
  readonly index: number;
}

function trailOf(target: Element, root: Element): Step[] {
  const steps: Step[] = [];
  for (let child = target; child !== root && child.parentElement; child = child.parentElement) {
    steps.push({ parent: child.parentElement, child, index: [...child.parentElement.children].indexOf(child) });
  }
  return steps;
}

function focusNear({ parent, index }: Step): void {
  const children = [...parent.children];
  const first = (each: Element): HTMLElement | null => (each.matches(FOCUSABLE) ? (each as HTMLElement) : each.querySelector<HTMLElement>(FOCUSABLE));
  const behind = children.slice(index).map(first).find(Boolean);
  const before = children.slice(0, index).reverse().map(first).find(Boolean);
  (behind ?? before)?.focus();
}
