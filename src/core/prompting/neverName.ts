import * as l10n from '@vscode/l10n';
import { DOCUMENT } from '../found/listing';
import { sourceName } from '../found/sourceWords';
import type { NeverFor } from './history';

/** What *Never for …* is about, as a person says it: a service, or those who reported it. */
export function neverName({ kind, name }: NeverFor): string {
  if (kind === 'service') return name;
  return name === DOCUMENT ? l10n.t('documents') : sourceName(name);
}
