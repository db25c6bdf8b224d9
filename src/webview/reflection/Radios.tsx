import type { ComponentChildren, JSX } from 'preact';

interface RadiosProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  /** The legend is read, not shown: the screen's title asks already. */
  readonly quietLegend?: boolean;
  readonly inline?: boolean;
  readonly values: readonly (readonly [value: Value, words: ComponentChildren])[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** A group of native radios in the editor's clothes. */
export function Radios<Value extends string>(props: RadiosProps<Value>): JSX.Element {
  const { name, legend, quietLegend, inline, values, chosen, onChoose } = props;
  const choices = values.map(([value, words]) => (
    <label class="choice" key={value}>
      <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} /> <span>{words}</span>
    </label>
  ));
  return (
    <fieldset class="field">
      <legend class={quietLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      {inline ? <div class="inline-choices">{choices}</div> : choices}
    </fieldset>
  );
}
