
/* What is loaded with the first reflection that is opened: a bundle of its own, which most windows never need. */

export { EvidenceReader } from './evidenceReader';
export { ReflectionPanel } from './panel';
