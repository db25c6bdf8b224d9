import type { LetterState } from '../../core/letter/state';
import type { ReflectionState } from '../../core/reflection/reflectionState';
import { escapeHtml } from '../../core/escapeHtml';

/** What stands on the page before its script ran: the places of header, question and buttons, with the incident's name. */
export function reflectionFrame(state: ReflectionState | undefined): string {
  const title = escapeHtml(state?.title ?? '');
  const when = escapeHtml(state?.windowWords ?? '');
  const count = escapeHtml(state?.count ?? '');
  return `<div class="page" aria-busy="true">
<header class="top column"><div class="row"><p><strong class="incident">${title}</strong> <span class="quiet">${when}</span></p><p class="quiet">${count}</p></div><div class="steps frame"></div></header>
<main></main>
</div>`;
}

/** The same of the letter: its heading, until its text is there. */
export function letterFrame(letter: LetterState | undefined): string {
  return `<div class="page" aria-busy="true">
<main><div class="column"><article class="screen letter"><header><h1 class="incident">${escapeHtml(letter?.title ?? '')}</h1><p class="lead">${escapeHtml(letter?.when ?? '')}</p></header></article></div></main>
</div>`;
}
