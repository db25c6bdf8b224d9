import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Same as SameValue } from '../../core/drill/drillState';
import { sameWords } from '../../core/drill/words';
import { Radios } from '../reflection/Radios';
import { useDrill } from './session';

/** Whether the lead would have done what people did. */
export function Same({ point, same }: { readonly point: string; readonly same: SameValue | undefined }): JSX.Element {
  const { post } = useDrill();
  const values = Object.entries(sameWords()) as [SameValue, string][];
  return <Radios name={`same-${point}`} legend={l10n.t('Would you have done the same?')} inline values={values} chosen={same} onChoose={(value) => post({ type: 'same', point, same: value })} />;
}
