// Incidents that are found in documents and in git. A bundle of its own, loaded once the editor is idle, where a source is on.

export { Finding } from './finding';
export { readToldDocuments } from './toldDocuments';
