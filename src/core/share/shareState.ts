import * as l10n from '@vscode/l10n';
import { quarterWords } from '../incident/quarter';
import { localFields } from '../incident/times';
import { timeOrder } from '../incident/timeOrder';
import type { Incident, People } from '../journal/schema';
import {
  aboutWords, FORMS, formWords, isOn, isWhole, QUARTER_SECTIONS, SECTIONS, sectionWords, SHOWN, shownAs, shownWords, type AnySection, type Form, type ShareChoice, type Shown,
} from './choice';
import { toCsv } from './csv';
import { toJson } from './exportFile';
import { nameHider, wordsFor, type HideNames, type SharedPerson } from './hideNames';
import { toHtml } from './html';
import { idsIn, knownPeople, type KnownPerson } from './knownPeople';
import { toMarkdown } from './markdown';
import { quarterBlocks, type Quarter } from './quarter';
import { redactIncident, type Redaction } from './redact';
import { partOf, spanWords, type Saying, type ShareDocument, type SharePart } from './shareDocument';
import { eachText } from './texts';
import { wordsOf } from './nameWords';

/** How much of a text a page shows; all of it can be opened as a text. In characters. */
const SHOWN_OF_TEXT = 60_000;
/** So many records are tried first for a preview. */
const FIRST_RECORDS = 16;
/** More characters than any form has behind the last record. */
const BEHIND_RECORDS = 100;

/** What is shared, taken once: what somebody looks at does not change under their eyes. */
export interface ShareSubject {
  readonly people: People;
  /** What was chosen. */
  readonly records: readonly Incident[];
  /** What was joined with one of them, and is kept in a file of its own: leaves only with all of it. */
  readonly absorbed?: readonly Incident[];
  /** Every record of the journal: who is who, and the same alias each time, comes from all of them. */
  readonly all: readonly Incident[];
  /** The look back on a quarter, in place of the reflections one by one. */
  readonly quarter?: Quarter;
}

export interface ShareContext extends Omit<Saying, 'personWords'> {
  readonly choice: ShareChoice;
}

/** What leaves. */
export interface ShareText {
  readonly text: string;
  /** What a reader of it sees, where the text itself is the source of a page. */
  readonly document?: ShareDocument;
}

/** What a page shows of it. */
export interface SharePreview extends ShareText {
  /** Whether the text goes on behind what is here. */
  readonly more: boolean;
}

/** What a file begins with, in front of the very text: in a spreadsheet's form the mark of UTF-8. Without it Excel takes what is no ASCII for letters of another code. */
export function markOf({ form }: ShareChoice): string {
  return form === 'csv' ? '\uFEFF' : '';
}

/** How names are hidden, for one choice of how people leave. */
interface Hiding {
  readonly chosen: ShareChoice['people'];
  readonly people: readonly SharedPerson[];
  readonly byId: ReadonlyMap<string, SharedPerson>;
  readonly hide: HideNames;
}

/** Prepares once what does not depend on the choice. */
export class Share {
  readonly #known: readonly KnownPerson[];
  readonly #records: readonly Incident[];
  #people: readonly KnownPerson[] | undefined;
  #hiding: Hiding | undefined;

  constructor(private readonly subject: ShareSubject) {
    this.#known = knownPeople(subject.people, subject.all);
    this.#records = [...subject.records].sort((a, b) => timeOrder(a.window.start, b.window.start) || (a.id < b.id ? -1 : 1));
  }

  /** The very text that leaves. */
  write(context: ShareContext): ShareText {
    return this.#written(context, this.#records);
  }

  /**
   * The beginning of that text, made from as many records as it takes: who turns a switch does not wait for ten thousand.
   * @param most in characters
   */
  preview(context: ShareContext, most = SHOWN_OF_TEXT): SharePreview {
    for (let count = FIRST_RECORDS; ; count *= 4) {
      const isAll = this.subject.quarter !== undefined || context.choice.form === 'json' || count >= this.#records.length;
      const written = this.#written(context, isAll ? this.#records : this.#records.slice(0, count));
      const { text, document } = written;
      if (isAll || text.length > most + BEHIND_RECORDS) return { text: text.slice(0, most), more: text.length > most, ...(document && { document: beginning(document, most) }) };
    }
  }

  #written({ choice, locale, now }: ShareContext, records: readonly Incident[]): ShareText {
    const { people, byId, hide } = this.#hidingFor(choice);
    const redaction: Redaction = { choice, leaves: (id) => byId.get(id)?.shown !== 'out', hide };
    const personWords = (id: string): string => wordsFor(byId.get(id) ?? { id, mails: [], alias: l10n.t('someone'), shown: 'alias' });
    if (choice.form === 'json') return { text: this.#json(redaction, people) };
    if (choice.form === 'csv') return { text: toCsv(records, { hide, facts: isOn(choice, 'facts'), ratings: isOn(choice, 'ratings') }) };
    const document = this.#document(records, redaction, { locale, now, personWords });
    return choice.form === 'markdown' ? { text: toMarkdown(document) } : { text: toHtml(document, locale.language), document };
  }

  /** The same for as long as nobody is shown otherwise. */
  #hidingFor(choice: ShareChoice): Hiding {
    if (this.#hiding?.chosen === choice.people) return this.#hiding;
    const people = this.#known.map((person): SharedPerson => ({ ...person, shown: shownAs(choice, person.id) }));
    return (this.#hiding = { chosen: choice.people, people, byId: new Map(people.map((person) => [person.id, person])), hide: nameHider(people) });
  }

  /** Those of whom the shared records may speak: by id, or by a word of their name in a text. Looked for once: it takes longer than a preview. */
  people(): readonly KnownPerson[] {
    return (this.#people ??= this.#spokenOf());
  }

  #spokenOf(): readonly KnownPerson[] {
    const [ids, words] = [new Set(this.#source().flatMap(idsIn)), new Set<string>()];
    eachText(this.#source(), (text) => wordsOf(text).forEach((word) => words.add(word)));
    return this.#known.filter(({ id, name = '' }) => ids.has(id) || wordsOf(name).some((word) => word.length > 1 && words.has(word)));
  }

  /** What is shared, in a few words. */
  title({ locale, now }: Pick<Saying, 'locale' | 'now'>): string {
    const { quarter } = this.subject;
    if (quarter) return quarterWords(quarter.month, locale.language);
    const [first, ...others] = this.#records;
    if (first && others.length === 0) return first.title;
    return [l10n.t('{0} incidents', this.#records.length), spanWords(this.#records, { locale, now })].filter(Boolean).join(', ');
  }

  /** Sections that are offered. A section of which no record says anything is, too: the choice holds for the next export. */
  sections({ form }: ShareChoice): readonly AnySection[] {
    if (this.subject.quarter) return QUARTER_SECTIONS;
    return form === 'csv' ? ['facts', 'ratings'] : SECTIONS;
  }

  /** A look back is to be read. */
  forms(): readonly Form[] {
    return this.subject.quarter ? ['markdown', 'html'] : FORMS;
  }

  /** What the file is called, unless the person says otherwise. */
  fileName({ choice, locale, now }: ShareContext): string {
    const day = localFields(new Date(now).toISOString(), locale.zone).slice(0, 10);
    return `lead-debrief-${day}.${{ markdown: 'md', html: 'html', csv: 'csv', json: 'json' }[choice.form]}`;
  }

  #source(): readonly Incident[] {
    return this.subject.quarter ? this.subject.all : this.#records;
  }

  #json(redaction: Redaction, people: readonly SharedPerson[]): string {
    const whole = [...this.#records, ...(this.subject.absorbed ?? [])];
    const ids = new Set(whole.flatMap(idsIn));
    if (isWhole(redaction.choice)) return toJson({ people: this.subject.people.people.filter(({ id }) => ids.has(id)), incidents: whole }, false);
    const incidents = this.#records.map((record) => redactIncident(record, redaction));
    const named = new Set(incidents.flatMap(idsIn));
    return toJson({ people: people.filter(({ id }) => named.has(id)).map((person) => ({ id: person.id, name: wordsFor(person) })), incidents }, true);
  }

  #document(records: readonly Incident[], redaction: Redaction, saying: Saying): ShareDocument {
    const { quarter, all } = this.subject;
    const about = [aboutWords()];
    const context = { ...redaction, ...saying };
    if (quarter) {
      const oldestFirst = [...all].sort((a, b) => timeOrder(a.window.start, b.window.start));
      return { title: l10n.t('Looking back'), about, parts: [{ title: quarterWords(quarter.month, saying.locale.language), blocks: quarterBlocks(oldestFirst, quarter, context) }] };
    }
    const title = this.#records.length === 1 ? l10n.t('A reflection') : l10n.t('{0} reflections', this.#records.length);
    return { title, about, parts: records.map((record) => partOf(redactIncident(record, redaction), saying)) };
  }
}

/** One switch of the page. */
export interface SectionSwitch {
  readonly id: AnySection;
  readonly words: string;
  readonly on: boolean;
}

export interface PersonChoice {
  readonly id: string;
  /** Who it is, for the lead alone: it is on this screen and in no text. */
  readonly name: string;
  readonly alias: string;
  readonly shown: Shown;
}

/** All that the page shows. */
export interface ShareState {
  /** Which preview this is: only what is in sight can be written. */
  readonly revision: number;
  readonly title: string;
  readonly form: Form;
  readonly forms: readonly (readonly [Form, string])[];
  /** JSON alone: everything as it is. Undefined in the other forms. */
  readonly whole?: boolean;
  /** None where everything leaves as it is. */
  readonly sections: readonly SectionSwitch[];
  readonly people: readonly PersonChoice[];
  readonly shownWords: readonly (readonly [Shown, string])[];
  /** What to know before it leaves. */
  readonly says: readonly string[];
  readonly preview: string;
  /** What a reader sees of it, as far as the page shows it. Undefined where the text itself is what is read. */
  readonly document?: ShareDocument;
  /** Whether the text goes on behind what the page shows. */
  readonly more: boolean;
  /** What became of the last press of a button. */
  readonly done?: string;
  readonly problem?: string;
}

/** The state of the page. */
export function shareState(share: Share, context: ShareContext, outcome: Pick<ShareState, 'revision' | 'done' | 'problem'>): ShareState {
  const { choice } = context;
  const whole = isWhole(choice);
  const { text, document, more } = share.preview(context);
  const [words, forms] = [sectionWords(), formWords()];
  const people = whole ? [] : share.people();
  return {
    ...outcome,
    title: share.title(context),
    form: choice.form,
    forms: share.forms().map((form) => [form, forms[form]] as const),
    ...(choice.form === 'json' && { whole: choice.whole }),
    sections: whole ? [] : share.sections(choice).map((id) => ({ id, words: words[id], on: isOn(choice, id) })),
    people: people.map(({ id, name, alias }) => ({ id, name: name ?? l10n.t('No name in the people file'), alias, shown: shownAs(choice, id) })),
    shownWords: SHOWN.map((shown) => [shown, shownWords()[shown]] as const),
    says: saysOf(choice),
    preview: text,
    ...(document && { document }),
    more,
  };
}

/** As many parts of a document as a page shows, with the one that goes beyond it. */
function beginning(document: ShareDocument, most: number): ShareDocument {
  const parts: SharePart[] = [];
  let length = 0;
  for (const part of document.parts) {
    if (length > most) break;
    parts.push(part);
    eachText(part, (text) => (length += text.length));
  }
  return { ...document, parts };
}

function saysOf(choice: ShareChoice): readonly string[] {
  if (isWhole(choice)) return [l10n.t('Everything leaves as it is in the journal: names, mail addresses, notes about others, answers about feelings. It is the one form that can be imported to the same records.')];
  const names = l10n.t('Names that the journal knows are replaced, and every mail address. A name that it does not know stays: read the preview.');
  const json = choice.form === 'json' ? [l10n.t('What is left out does not come back: this cannot be imported to the same records.')] : [];
  return [names, ...json, aboutWords()];
}
