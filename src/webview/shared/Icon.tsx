import add from '@vscode/codicons/src/icons/add.svg';
import bell from '@vscode/codicons/src/icons/bell.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import discard from '@vscode/codicons/src/icons/discard.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import eye from '@vscode/codicons/src/icons/eye.svg';
import eyeClosed from '@vscode/codicons/src/icons/eye-closed.svg';
import gitCommit from '@vscode/codicons/src/icons/git-commit.svg';
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg';
import lightbulb from '@vscode/codicons/src/icons/lightbulb.svg';
import megaphone from '@vscode/codicons/src/icons/megaphone.svg';
import note from '@vscode/codicons/src/icons/note.svg';
import person from '@vscode/codicons/src/icons/person.svg';
import table from '@vscode/codicons/src/icons/table.svg';
import tag from '@vscode/codicons/src/icons/tag.svg';
import trash from '@vscode/codicons/src/icons/trash.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { JSX } from 'preact';
import { Svg } from './Svg';

/** The icons of the pages, by their names in codicons (CC-BY-4.0). A page that needs few imports them itself, for `Svg`. */
const icons = {
  add,
  bell,
  check,
  'chevron-down': chevronDown,
  'chevron-right': chevronRight,
  copy,
  discard,
  error,
  eye,
  'eye-closed': eyeClosed,
  'git-commit': gitCommit,
  'go-to-file': goToFile,
  lightbulb,
  megaphone,
  note,
  person,
  table,
  tag,
  trash,
  warning,
} as const;

export type IconName = keyof typeof icons;

interface IconProps {
  readonly name: IconName;
  /** What it says, where no words beside it do. Without, it is decoration. */
  readonly label?: string;
}

/** An icon by its name in codicons. */
export function Icon({ name, label }: IconProps): JSX.Element {
  return <Svg svg={icons[name]} label={label} />;
}
