/** A word: letters with their marks, and digits. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no space between words: a name in them may stand anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ASCII = /^[\x20-\x7e]*$/;

/** A word as names are compared: small letters, without accents, whatever way they were typed. */
export function folded(word: string): string {
  return ASCII.test(word) ? word.toLowerCase() : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a name, as names are compared. */
export function wordsOf(name: string): readonly string[] {
  return (name.match(WORD) ?? []).map(folded).filter((word) => word !== '');
}

export function isUnspaced(name: string): boolean {
  return UNSPACED.test(name);
}

/** Parts of names that are no name by themselves. */
const PARTICLES = new Set('al bin da das de del della den der di dos du el ibn la le los mac the van ter ten von zu zum zur jr sr dr mr mrs ms'.split(' '));

/** First and last names that are English words: only with a capital letter are they taken for a name. */
const WORDS = new Set(
  'will mark may april june august grace hope joy art rob bill pat jack sue rose lily faith dawn drew chase hunter miles max ray guy dean price king young long white black brown green good best day church page case cook baker lead chance christian dale dan earl ernest frank gene glen grant harry heath herb iris ivy jade jasmine jean jerry jay jo josh ken lance lane major marshall mason mercy miller mini nick olive park pearl penny peter piper prudence ruby ruth sandy sky sterling summer teddy terry tiffany tom tony tucker victor violet wade ward wood woods fields field hill hall stone rivers banks bush bishop carpenter cross english fisher ford forest fox free french glass gold golden gray hand hardy head hood house hunt kitchen knight lake lamb law link little love mills moon moore nice night north paige pierce pike pope porter power powers rich root sharp sharpe shepherd short silver singer small smart snow south speed spring staff stark starr storm strong sun swift taylor temple tester turner underwood wall walls walker waters way weaver wells west wild winter wise wolf worth wright cash cloud code root test admin queue retry pool search mail said long fine can'.split(' '),
);

/** Whether a part of a name is taken for the person where it stands alone. */
export function standsAlone(part: string): boolean {
  return part.length > 1 && !PARTICLES.has(part) && !/^\d+$/.test(part);
}

/** Whether a word, as it stands in a text, may be a part of a name, and not a word like any other. */
export function mayBeName(typed: string, part: string): boolean {
  const isSmall = typed === typed.toLowerCase() && typed !== typed.toUpperCase();
  return !isSmall || (part.length > 2 && !WORDS.has(part));
}
