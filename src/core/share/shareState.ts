import * as l10n from '@vscode/l10n';
import { localFields } from '../incident/times';
import { timeOrder } from '../incident/timeOrder';
import type { Incident, People } from '../journal/schema';
import {
  aboutWords, FORMS, formWords, isOn, isWhole, QUARTER_SECTIONS, SECTIONS, sectionWords, SHOWN, shownAs, shownWords, type AnySection, type Form, type ShareChoice, type Shown,
} from './choice';
import { toCsv } from './csv';
import { toJson } from './exportFile';
import { nameHider, wordsFor, type SharedPerson } from './hideNames';
import { toHtml } from './html';
import { idsIn, knownPeople, type KnownPerson } from './knownPeople';
import { toMarkdown } from './markdown';
import { quarterBlocks, quarterWords, type Quarter } from './quarter';
import { redactIncident, type Redaction } from './redact';
import { partOf, spanWords, type Saying, type ShareDocument, type SharePart } from './shareDocument';
import { eachText } from './texts';
import { wordsOf } from './nameWords';

/** How much of a text a page shows; all of it can be opened as a text. In characters. */
const SHOWN_OF_TEXT = 60_000;

/** What is shared, taken once: what somebody looks at does not change under their eyes. */
export interface ShareSubject {
  readonly people: People;
  /** What was chosen. */
  readonly records: readonly Incident[];
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

/** Prepares once what does not depend on the choice. */
export class Share {
  readonly #known: readonly KnownPerson[];
  readonly #records: readonly Incident[];

  constructor(private readonly subject: ShareSubject) {
    this.#known = knownPeople(subject.people, subject.all);
    this.#records = [...subject.records].sort((a, b) => timeOrder(a.window.start, b.window.start) || (a.id < b.id ? -1 : 1));
  }

  /** The very text that leaves. */
  write({ choice, locale, now }: ShareContext): ShareText {
    const people = this.#known.map((person): SharedPerson => ({ ...person, shown: shownAs(choice, person.id) }));
    const hide = nameHider(people);
    const byId = new Map(people.map((person) => [person.id, person]));
    const leaves = (id: string): boolean => byId.get(id)?.shown !== 'out';
    const personWords = (id: string): string => wordsFor(byId.get(id) ?? { id, mails: [], alias: l10n.t('someone'), shown: 'alias' });
    if (choice.form === 'json') return { text: this.#json(choice, { choice, leaves, hide }, people) };
    if (choice.form === 'csv') return { text: toCsv(this.#csvRecords(choice, hide)) };
    const document = this.#document({ choice, leaves, hide }, { locale, now, personWords });
    return choice.form === 'markdown' ? { text: toMarkdown(document) } : { text: toHtml(document, locale.language), document };
  }

  /** Those of whom the shared records may speak: by id, or by a word of their name in a text. */
  people(): readonly KnownPerson[] {
    const [ids, words] = [new Set(this.#source().flatMap(idsIn)), new Set<string>()];
    eachText(this.#source(), (text) => wordsOf(text).forEach((word) => words.add(word)));
    return this.#known.filter(({ id, name = '' }) => ids.has(id) || wordsOf(name).some((word) => word.length > 1 && words.has(word)));
  }

  /** What is shared, in a few words. */
  title({ locale, now }: Pick<Saying, 'locale' | 'now'>): string {
    const { quarter } = this.subject;
    if (quarter) return quarterWords(quarter);
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

  #json(choice: ShareChoice, redaction: Redaction, people: readonly SharedPerson[]): string {
    const ids = new Set(this.#records.flatMap(idsIn));
    if (isWhole(choice)) return toJson({ people: this.subject.people.people.filter(({ id }) => ids.has(id)), incidents: this.#records }, false);
    const incidents = this.#records.map((record) => redactIncident(record, redaction));
    const named = new Set(incidents.flatMap(idsIn));
    return toJson({ people: people.filter(({ id }) => named.has(id)).map((person) => ({ id: person.id, name: wordsFor(person) })), incidents }, true);
  }

  /** As much as a row needs: redacting the rest of a thousand records would take many times as long. */
  #csvRecords(choice: ShareChoice, hide: (text: string) => string): readonly Incident[] {
    if (!isOn(choice, 'ratings')) return [];
    return this.#records.map(({ format, id, title, window, kind, role, outcome, severity, reflection }) => ({
      format, id, title: hide(title), window, ...(kind && { kind }),
      ...(isOn(choice, 'facts') && { ...(role && { role }), ...(outcome && { outcome }), ...(severity && { severity }) }),
      ...(reflection && {
        reflection: { path: reflection.path, started: reflection.started, ratings: (reflection.ratings ?? []).map((rating) => (rating.evidence === undefined ? rating : { ...rating, evidence: hide(rating.evidence) })) },
      }),
    }));
  }

  #document(redaction: Redaction, saying: Saying): ShareDocument {
    const { quarter, all } = this.subject;
    const about = [aboutWords()];
    const context = { ...redaction, ...saying };
    if (quarter) {
      const oldestFirst = [...all].sort((a, b) => timeOrder(a.window.start, b.window.start));
      return { title: l10n.t('Looking back'), about, parts: [{ title: quarterWords(quarter), blocks: quarterBlocks(oldestFirst, quarter, context) }] };
    }
    const title = this.#records.length === 1 ? l10n.t('A reflection') : l10n.t('{0} reflections', this.#records.length);
    return { title, about, parts: this.#records.map((record) => partOf(redactIncident(record, redaction), saying)) };
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
  /** How many more characters there are than the page shows. */
  readonly more: number;
  /** What became of the last press of a button. */
  readonly done?: string;
  readonly problem?: string;
}

/** The state of the page. @param written what `write` gave for the same choice */
export function shareState(share: Share, context: ShareContext, written: ShareText, outcome: Pick<ShareState, 'revision' | 'done' | 'problem'>): ShareState {
  const { choice } = context;
  const whole = isWhole(choice);
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
    preview: written.text.slice(0, SHOWN_OF_TEXT),
    ...(written.document && { document: beginning(written.document) }),
    more: Math.max(0, written.text.length - SHOWN_OF_TEXT),
  };
}

/** As many parts of a document as a page shows, with the one that goes beyond it. */
function beginning(document: ShareDocument): ShareDocument {
  const parts: SharePart[] = [];
  let length = 0;
  for (const part of document.parts) {
    if (length > SHOWN_OF_TEXT) break;
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
