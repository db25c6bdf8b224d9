import { escapeHtml } from '../escapeHtml';
import type { ShareBlock, ShareDocument, ShareLine, SharePart } from './shareDocument';

/** The one sheet, for screen (light and dark) and paper. Its digest stands in the policy: a test holds the two together. */
export const SHEET = `:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1.25rem; font: 1rem/1.55 system-ui, sans-serif; color: CanvasText; background: Canvas; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0; padding-top: 1rem; border-top: 1px solid GrayText; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .35rem; }
p { margin: .25rem 0; }
dl { display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr; gap: .25rem 1rem; margin: 0; }
dt { grid-column: 1; color: color-mix(in srgb, CanvasText 72%, Canvas); }
dd { grid-column: 2; margin: 0; white-space: pre-line; }
dd.alone { grid-column: 1 / -1; }
.about { font-style: italic; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dt, dd, dd.alone { grid-column: 1; } dt { font-size: .875rem; } dd { margin-bottom: .35rem; } }
@media print { :root { color-scheme: light; } @page { margin: 2cm; } body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } h2, h3 { break-after: avoid; } dd { orphans: 3; widows: 3; } }
`;
export const SHEET_DIGEST = 'sha256-VJ7URUGu41ygAVkpdApRQn53kkovXMqkLHiSS90SciE=';

/** No script, no address of anywhere: whoever opens it loads nothing from anybody. */
const POLICY = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src '${SHEET_DIGEST}'`;

/** A document as one file of HTML that needs no other. @param language of the words, as in `lang` */
export function toHtml({ title, about, parts }: ShareDocument, language: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${SHEET}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${about.map((words) => `<p class="about">${escapeHtml(words)}</p>`).join('\n')}
${parts.map(part).join('\n')}
</main>
</body>
</html>
`;
}

function part({ title, when, blocks }: SharePart): string {
  return [`<section>`, `<h2>${escapeHtml(title)}</h2>`, ...(when === undefined ? [] : [`<p>${escapeHtml(when)}</p>`]), ...blocks.map(block), `</section>`].join('\n');
}

function block({ title, lines }: ShareBlock): string {
  return [`<h3>${escapeHtml(title)}</h3>`, ...(lines.every(([label]) => label === '') ? lines.map(([, words]) => `<p>${paragraph(words)}</p>`) : [`<dl>`, ...lines.map(row), `</dl>`])].join('\n');
}

/** A list of terms needs one in front of each text. */
function row([label, words]: ShareLine): string {
  return label === '' ? `<dt></dt><dd class="alone">${escapeHtml(words.trim())}</dd>` : `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(words.trim())}</dd>`;
}

const paragraph = (words: string): string => words.trim().split(/\r\n?|\n/).map(escapeHtml).join('<br>');
