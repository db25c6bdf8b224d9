import { escapeHtml } from '../../core/escapeHtml';

/** What stands on the page of the deep path before its script ran: the places of header and heading, with the incident's name. */
export function deepFrame(title: string, when: string): string {
  return `<div class="page" aria-busy="true">
<header class="top column"><div class="row"><p><strong class="incident">${escapeHtml(title)}</strong> <span class="quiet">${escapeHtml(when)}</span></p></div><div class="steps frame"></div></header>
<main></main>
</div>`;
}
