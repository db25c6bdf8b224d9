import type { ShareMessage } from '../protocol';
import type { ShareChoice } from './choice';

/** What changes what leaves. */
export type Choosing = Extract<ShareMessage, { readonly type: 'form' | 'whole' | 'section' | 'person' }>;

/** A choice with one thing changed. @param everybody who is on the page, by id: those whom "everybody" means */
export function chosen(choice: ShareChoice, message: Choosing, everybody: readonly string[]): ShareChoice {
  switch (message.type) {
    case 'form':
      return { ...choice, form: message.form };
    case 'whole':
      return { ...choice, whole: message.on };
    case 'section':
      return { ...choice, sections: { ...choice.sections, [message.section]: message.on } };
    case 'person': {
      const meant = message.person === null ? everybody : everybody.filter((id) => id === message.person);
      return { ...choice, people: { ...choice.people, ...Object.fromEntries(meant.map((id) => [id, message.shown])) } };
    }
  }
}
