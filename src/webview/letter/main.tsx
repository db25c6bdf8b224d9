import { render } from 'preact';
import type { LetterState } from '../../core/letter/state';
import type { ReflectionMessage } from '../../core/protocol';
import { connect } from '../shared/host';
import { Letter } from './Letter';

const host = connect<LetterState, ReflectionMessage>();
const root = document.getElementById('root') ?? document.body;
const edit = (): void => host.post({ type: 'edit' });
const deepen = (): void => host.post({ type: 'deepen', place: 'list' });
const insert = (): void => host.post({ type: 'insertLessons' });

host.onState((letter) => {
  host.remember({ id: letter.id, reading: true });
  render(<Letter letter={letter} edit={edit} deepen={deepen} insert={insert} />, root);
});
host.onKey((key) => key === 'edit' && edit());
