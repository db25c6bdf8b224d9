import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import { inReflection } from '../reflection/progress';
import { mayOpen } from '../reflection/screens';
import type { Step } from '../reflection/step';
import { DEEP_SECTIONS, type DeepPlace, type DeepSection } from './places';
import { answeredSections } from './sections';

/** Sections that show the evidence. */
const SHOWING: readonly DeepPlace[] = ['A', 'B'];

/** Goes to a place in the deep path. Evidence, once shown, closes the guess; before the guess none is shown. */
export function openPlace(incident: Incident, place: DeepPlace, step: Step): Incident {
  const opens = SHOWING.includes(place) && mayOpen('evidence', incident) && incident.reflection?.evidenceOpened === undefined;
  return inReflection(incident, step, (reflection) => ({
    ...reflection,
    path: 'deep',
    section: place,
    ...(opens && { evidenceOpened: step.now }),
  }));
}

/** Back to the screens of the short path. */
export function leaveDeep(incident: Incident, step: Step): Incident {
  return inReflection(incident, step, (reflection) => withField(reflection, 'section', undefined));
}

/** Leaves a section. One that was passed by without an answer counts as skipped until it is answered. */
export function leaveSection(incident: Incident, section: DeepSection, step: Step): Incident {
  return inReflection(incident, step, (reflection) => {
    const others = (reflection.skipped ?? []).filter((each) => each !== section);
    const skipped = answeredSections(incident).includes(section) ? others : [...others, section];
    return withField(reflection, 'skipped', skipped.length > 0 ? skipped : undefined);
  });
}

/** The place before or behind one; before the first and behind the last is the list. The card belongs to its section. */
export function placeBeside(place: DeepPlace, step: 1 | -1): DeepPlace {
  if (place === 'card') return 'E';
  if (place === 'list') return step === 1 ? 'A' : 'list';
  return DEEP_SECTIONS[DEEP_SECTIONS.indexOf(place) + step] ?? 'list';
}
