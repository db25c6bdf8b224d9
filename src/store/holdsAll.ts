/** The deepest nesting. A record has 6 levels; at about 5,000 JSON.stringify overflows its stack. */
export const DEEPEST = 64;

/** So many characters of a number hold no more digits than a double keeps (15), and none that it makes 0 or infinite. */
const SHORT_NUMBER = 15;
const NUMBER = /[-+.\deE]+/y;
const EXPONENT = /[eE]/;

const code = (sign: string): number => sign.charCodeAt(0);
const [QUOTE, BACKSLASH, COLON] = [code('"'), code('\\'), code(':')];
const [MINUS, ZERO, NINE] = [code('-'), code('0'), code('9')];
const [LIST, LIST_END, GROUP, GROUP_END] = [code('['), code(']'), code('{'), code('}')];

/**
 * A quick look, half the time of JSON.parse, at whether it lost nothing: no name is there twice, since the value has as many as the
 * text, and no number is so long that it may have been changed.
 * @param text valid JSON
 * @param value what JSON.parse has made of it
 * @returns false where something was lost, may have been lost, or is nested too deeply: then look closely
 */
export function holdsAll(text: string, value: unknown): boolean {
  let [names, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfText(text, at);
    else if (sign === COLON) names++;
    else if (sign === GROUP || sign === LIST) {
      if (++depth > DEEPEST) return false;
    } else if (sign === GROUP_END || sign === LIST_END) depth--;
    else if (sign === MINUS || (sign >= ZERO && sign <= NINE)) {
      const number = numberAt(text, at);
      if (number.length > SHORT_NUMBER || EXPONENT.test(number)) return false;
      at += number.length - 1;
    }
  }
  return names === namesIn(value);
}

/** From a quote to the one that ends the text: not behind an odd number of backslashes. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let at = end;
    while (json.charCodeAt(at - 1) === BACKSLASH) at--;
    if ((end - at) % 2 === 0) return end;
  }
}

function numberAt(text: string, start: number): string {
  NUMBER.lastIndex = start;
  return NUMBER.exec(text)?.[0] ?? '';
}

/** How many names all groups of a value have together. */
function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const values: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return values.reduce<number>((sum, each) => sum + namesIn(each), Array.isArray(value) ? 0 : values.length);
}
