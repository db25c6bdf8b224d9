import type { DashboardMessage, PrivacyMessage, ReflectionMessage, ShareMessage, TableMessage } from '../../../src/core/protocol';

type Examples<Message extends { readonly type: string }> = { readonly [Type in Message['type']]: readonly Extract<Message, { readonly type: Type }>[] };

/** At least one of each message that the reflection page sends. Complete by type. */
export const reflectionExamples: Examples<ReflectionMessage> = {
  ready: [{ type: 'ready' }],
  answer: [
    { type: 'answer', field: 'moment', text: 'the log', base: '' },
    { type: 'answer', field: 'evidence.C1', text: '', base: 'I said it' },
    { type: 'answer', field: 'person.name', text: 'Mei', base: 'Me' },
    { type: 'answer', field: 'answer.knew.k3f9q2m7xa', text: 'one graph', base: '' },
    { type: 'answer', field: 'note.k3f9q2m7xa', text: 'She asked', base: '' },
    { type: 'answer', field: 'outside.k3f9q2m7xa', text: 'You were calm', base: '' },
  ],
  choose: [
    { type: 'choose', field: 'role', value: 'commander' },
    { type: 'choose', field: 'kind', value: 'shadow' },
    { type: 'choose', field: 'outcome', value: null },
    { type: 'choose', field: 'severity', value: 'sev4' },
    { type: 'choose', field: 'ledger', value: 'absent' },
    { type: 'choose', field: 'best', value: 'C1' },
    { type: 'choose', field: 'costly', value: 'W2' },
    { type: 'choose', field: 'lastPlan', value: 'keep' },
  ],
  window: [{ type: 'window', start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00.5Z' }],
  pick: [{ type: 'pick', behaviour: 'T4', on: true }],
  rate: [{ type: 'rate', behaviour: 'C1', anchor: 3 }, { type: 'rate', behaviour: 'C1', anchor: 'no-occasion' }, { type: 'rate', behaviour: 'C1', anchor: null }],
  open: [{ type: 'open', screen: 'evidence' }],
  next: [{ type: 'next' }],
  back: [{ type: 'back' }],
  skip: [{ type: 'skip' }],
  changeGuess: [{ type: 'changeGuess' }],
  keepAsIs: [{ type: 'keepAsIs', part: 'cue' }],
  cue: [{ type: 'cue', cue: 'revert', on: true }, { type: 'cue', cue: 'declared', on: false }],
  weekly: [{ type: 'weekly', day: 1, time: '09:30' }, { type: 'weekly', day: null, time: '09:30' }],
  changePlan: [{ type: 'changePlan' }],
  takeTyped: [{ type: 'takeTyped' }],
  moment: [{ type: 'moment', key: 'git:4f2a' }, { type: 'moment', key: null }],
  hide: [{ type: 'hide', key: 'git:4f2a', hidden: true }],
  addMoment: [{ type: 'addMoment', at: '2026-05-14T14:10:00Z', title: 'The shop called' }],
  removeMoment: [{ type: 'removeMoment', key: 'person:e1' }],
  judge: [{ type: 'judge', key: 'incident:note:n1', judged: 'unclear' }, { type: 'judge', key: 'incident:note:n1', judged: null }],
  openCommit: [{ type: 'openCommit', key: 'git:4f2a' }],
  openLine: [{ type: 'openLine', document: 'shop/docs/incidents/checkout.md', line: 12 }],
  person: [{ type: 'person', name: 'Mei Lin' }, { type: 'person', name: null }],
  mark: [{ type: 'mark', mark: 'calmed', on: false }],
  remind: [{ type: 'remind', on: true }],
  makePromise: [{ type: 'makePromise' }],
  takeBackPromise: [{ type: 'takeBackPromise', promise: 'k3f9q2m7xa' }],
  settle: [{ type: 'settle', field: 'moment', keep: 'both' }],
  settleValue: [{ type: 'settleValue', of: 'incident', path: '/role', keep: 'theirs' }, { type: 'settleValue', of: 'people', path: '/people/p-1/name', keep: 'mine' }],
  retry: [{ type: 'retry' }],
  copy: [{ type: 'copy', text: 'the log' }],
  close: [{ type: 'close' }],
  edit: [{ type: 'edit' }],
  read: [{ type: 'read' }],
  share: [{ type: 'share' }],
  deepen: [{ type: 'deepen', place: 'list' }, { type: 'deepen', place: 'A' }],
  decision: [{ type: 'decision', key: 'git:4f2a', on: true }],
  member: [{ type: 'member', name: 'Mei Lin', does: 'named', on: true }, { type: 'member', name: 'Mei Lin', does: 'calmed', on: false }],
  coach: [{ type: 'coach', name: 'Mei Lin' }, { type: 'coach', name: null }],
  askWhom: [{ type: 'askWhom', name: 'Mei Lin' }, { type: 'askWhom', name: null }],
  askAbout: [{ type: 'askAbout', behaviour: 'C5' }, { type: 'askAbout', behaviour: null }],
  request: [{ type: 'request', by: 'copy' }, { type: 'request', by: 'mail' }],
  seekNext: [{ type: 'seekNext' }],
  shareCard: [{ type: 'shareCard' }],
  tieLesson: [{ type: 'tieLesson' }],
  screens: [{ type: 'screens', screen: null }, { type: 'screens', screen: 'guess' }],
  insertLessons: [{ type: 'insertLessons' }],
};

/** At least one of each message that the dashboard sends. Complete by type. */
export const dashboardExamples: Examples<DashboardMessage> = {
  ready: [{ type: 'ready' }],
  scope: [{ type: 'scope', kind: 'shadow', period: 'twelveMonths' }, { type: 'scope', kind: 'real', period: '2026-04' }],
  occasions: [{ type: 'occasions', behaviour: 'C1', from: 24 }, { type: 'occasions', behaviour: null, from: 0 }],
  reflect: [{ type: 'reflect', id: 'k3f9q2m7xa' }],
  reflectOnAny: [{ type: 'reflectOnAny' }],
  tryIt: [{ type: 'tryIt' }],
  ledger: [{ type: 'ledger' }],
  changePlan: [{ type: 'changePlan' }],
  rehearsePlan: [{ type: 'rehearsePlan' }],
  checkPromise: [{ type: 'checkPromise', promise: 'k3f9q2m7xa' }],
  recallLesson: [{ type: 'recallLesson', id: 'k3f9q2m7xa' }],
  showAll: [{ type: 'showAll', list: 'people', on: true }],
  setGoal: [{ type: 'setGoal' }],
  setLoadLimit: [{ type: 'setLoadLimit' }],
  thanked: [{ type: 'thanked', id: 'k3f9q2m7xa', entry: 'missed1', on: true }],
  copyThanks: [{ type: 'copyThanks', id: 'k3f9q2m7xa', entry: 'missed1' }],
  closePlan: [{ type: 'closePlan' }],
  remedy: [{ type: 'remedy', remedy: 'choosePlace' }],
  restore: [{ type: 'restore', file: 'incidents/2026/x.debrief.json' }],
  openFile: [{ type: 'openFile', file: 'incidents/2026/x.debrief.json' }],
};

/** At least one of each message that the page of *Check Privacy* sends. Complete by type. */
export const privacyExamples: Examples<PrivacyMessage> = {
  ready: [{ type: 'ready' }],
  lookAgain: [{ type: 'lookAgain' }],
  openPlace: [{ type: 'openPlace', place: 0 }, { type: 'openPlace', place: 99 }],
  act: [{ type: 'act', action: 'excludeHistory' }, { type: 'act', action: 'shareThroughGit' }],
  copy: [{ type: 'copy', text: 'git -C /work rm -r --cached --quiet .' }],
  remedy: [{ type: 'remedy', remedy: 'openFolder' }],
};

/** At least one of each message of the page on which somebody chooses what leaves. Complete by type. */
export const shareExamples: Examples<ShareMessage> = {
  ready: [{ type: 'ready' }],
  form: [{ type: 'form', form: 'html' }],
  whole: [{ type: 'whole', on: false }],
  section: [{ type: 'section', section: 'feelings', on: true }, { type: 'section', section: 'thanked', on: false }],
  person: [{ type: 'person', person: 'p-7h2k9d', shown: 'out' }, { type: 'person', person: null, shown: 'name' }],
  openText: [{ type: 'openText' }],
  toFile: [{ type: 'toFile', revision: 3 }],
  toClipboard: [{ type: 'toClipboard', revision: 0 }],
};

/** At least one of each message of the page on which somebody chooses which rows are imported. Complete by type. */
export const tableExamples: Examples<TableMessage> = {
  ready: [{ type: 'ready' }],
  column: [{ type: 'column', field: 'title', column: 0 }, { type: 'column', field: 'kind', column: null }, { type: 'column', field: 'end', column: 299 }],
  source: [{ type: 'source', source: 'pagerduty' }],
  zone: [{ type: 'zone', utc: true }],
  order: [{ type: 'order', order: 'dayFirst' }],
  alike: [{ type: 'alike', on: true }],
  import: [{ type: 'import', revision: 2 }],
  cancel: [{ type: 'cancel' }],
};
