import { createHash } from 'node:crypto';
import type { Digest } from '../core/journal/deletion';

/** The digest in a deletion field. */
export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
