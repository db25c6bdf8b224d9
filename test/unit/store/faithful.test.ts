import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFaithfully, stringify, Unreadable } from '../../../src/store/faithful';
import { json } from '../journal/records';

const parse = (text: string | Uint8Array) => parseFaithfully(typeof text === 'string' ? Buffer.from(text) : text);

const refused: Readonly<Record<string, readonly [string | Uint8Array, string]>> = {
  'cut short': ['{\n  "n": 1,\n  "te', 'line 3, column 3: the closing quote is missing'],
  empty: ['', 'line 1, column 1: a value was expected'],
  zeroes: ['\0\0\0\0', 'line 1, column 1: this is not JSON'],
  'a key twice': ['{"text":"first",\n "text":"second"}', 'line 2, column 2: "text" is here twice'],
  'a key twice, written differently': ['{"text":"first",\n "te\\u0078t":"second"}', 'line 2, column 2: "text" is here twice'],
  '__proto__ twice': ['{"__proto__":1,"__proto__":2}', 'line 1, column 16: "__proto__" is here twice'],
  '1e400': ['{"n":1e400}', 'line 1, column 6: this number would be changed by saving it'],
  '1e-400': ['{"n":1e-400}', 'line 1, column 6: this number would be changed by saving it'],
  'a long number': ['{"n":12345678901234567890}', 'line 1, column 6: this number would be changed by saving it'],
  'a long fraction': ['{"n":0.12345678901234567890}', 'line 1, column 6: this number would be changed by saving it'],
  'a number cut short': ['{"n":1.}', 'line 1, column 6: this number is not whole'],
  'not UTF-8': [Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xe9, 0x22, 0x7d]), 'line 1, column 1: the file is not UTF-8 text'],
  'UTF-16': [Buffer.from('{"n":1}', 'utf16le'), 'line 1, column 2: this is not JSON'],
  'nested 100,000 deep': [`{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, 'line 1, column 69: this is nested too deeply'],
  'nested 1,000 deep, as we would write it': [stringify(JSON.parse(`{"a":${'['.repeat(1e3)}1${']'.repeat(1e3)}}`)), 'line 65, column 129: this is nested too deeply'],
  'a second value': ['{"n":1}{', 'line 1, column 8: there is something behind the end of the record'],
  null: ['null', 'line 1, column 1: the file does not hold a record'],
  'a list': ['[]', 'line 1, column 1: the file does not hold a record'],
  'a comment': ['{"n":1} // x', 'line 1, column 9: JSON has no comments'],
  'a comma too many': ['{"n":1,}', 'line 1, column 8: a name in double quotes was expected'],
  'a comma too few': ['{"n":1 "m":2}', 'line 1, column 8: a comma was expected'],
  'a line break in a text': ['{"n":"a\nb"}', 'line 1, column 6: the closing quote is missing'],
  'a tab in a text': ['{"n":"a\tb"}', 'line 1, column 6: this character must be written with a backslash'],
  'a wrong escape': ['{"n":"\\q"}', 'line 1, column 6: this backslash is followed by nothing that JSON knows'],
  'git’s markers': ['{\n<<<<<<< HEAD\n"n":1\n=======\n"n":2\n>>>>>>> x\n}', 'line 2, column 1: git’s conflict markers begin here'],
  'too large': [`{"n":"${'x'.repeat(5e6)}"}`, 'line 1, column 1: the file has more than 5000000 bytes'],
};

const kept: Readonly<Record<string, readonly [string, unknown]>> = {
  'a byte order mark': ['\uFEFF{"n":1}', { n: 1 }],
  CRLF: ['{\r\n"n":1\r\n}', { n: 1 }],
  'a lone surrogate': ['{"n":"\\ud800"}', { n: '\ud800' }],
  'numbers in other words': ['{"n":[1.0,1e2,0.10,-0.5E-3,100e-2,0,0.0e9,9007199254740991]}', { n: [1, 100, 0.1, -0.0005, 1, 0, 0, 9007199254740991] }],
  'names of JavaScript': ['{"__proto__":{"polluted":1},"constructor":2}', JSON.parse('{"__proto__":{"polluted":1},"constructor":2}')],
  'nested 60 deep': [`{"a":${'['.repeat(60)}${']'.repeat(60)}}`, JSON.parse(`{"a":${'['.repeat(60)}${']'.repeat(60)}}`)],
};

describe('parsing faithfully', () => {
  for (const [name, [text, message]] of Object.entries(refused)) {
    it(`refuses ${name}, with the place`, () => assert.throws(() => parse(text), (error) => error instanceof Unreadable && (assert.equal(error.message, message), true)));
  }

  for (const [name, [text, value]] of Object.entries(kept)) {
    it(`keeps ${name}`, () => {
      assert.deepEqual(parse(text), value);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });
  }

  it('reads back what is written, whatever it is', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), json), (record) => {
      const text = stringify(record);
      assert.equal(stringify(parse(text)), text);
    }));
  });

  it('reads any bytes or refuses them, and what it reads survives being written', () => {
    const almostJson = fc.dictionary(fc.string(), json).chain((record) => {
      const text = JSON.stringify(record);
      return fc.tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 3 })).map(([at, gone, put]) => Buffer.from(text.slice(0, at) + put + text.slice(at + gone)));
    });
    let read = 0;
    fc.assert(fc.property(fc.oneof(fc.uint8Array(), almostJson), (bytes) => {
      try {
        const record = parse(bytes);
        read++;
        assert.deepEqual(parse(stringify(record)), record);
      } catch (error) {
        assert.ok(error instanceof Unreadable, String(error));
      }
    }), { numRuns: 2000 });
    assert.ok(read > 20, `only ${read} of 2000 could be read`);
  });

  it('reads what somebody else has formatted, and refuses a name that is there twice in it', () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 });
    const name = fc.string().map((text) => JSON.stringify(text));
    fc.assert(fc.property(json, fc.constantFrom('', '   ', '\t'), name, space, space, (value, indent, twice, before, after) => {
      const text = JSON.stringify(value, null, indent);
      const member = `${twice}${before}:${after}${text}`;
      assert.deepEqual(parse(`{${before}${member}}`), JSON.parse(`{${member}}`));
      assert.throws(() => parse(`{"n":[{${before}${member}${after},${member}}]}`), /is here twice/);
    }));
  });

  it('keeps numbers as they are, or refuses them', () => {
    fc.assert(fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,22})(\.\d{1,22})?([eE][-+]?\d{1,3})?$/), (literal) => {
      try {
        const { n } = parse(`{"n":${literal}}`) as { n: number };
        assert.ok(sameDecimal(literal, String(n)), `${literal} became ${n}`);
      } catch (error) {
        assert.ok(error instanceof Unreadable, String(error));
      }
    }), { numRuns: 2000 });
  });

  /** Compared as fractions of whole numbers, so without the arithmetic under test. */
  function sameDecimal(a: string, b: string): boolean {
    const [one, other] = [asFraction(a), asFraction(b)];
    return one.over * other.under === other.over * one.under;
  }

  function asFraction(literal: string): { over: bigint; under: bigint } {
    const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
    const [whole = '', fraction = ''] = mantissa.split('.');
    const power = Number(exponent) - fraction.length;
    const digits = BigInt(whole + fraction);
    return power < 0 ? { over: digits, under: 10n ** BigInt(-power) } : { over: digits * 10n ** BigInt(power), under: 1n };
  }
});
