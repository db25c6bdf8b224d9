import type { JSX } from 'preact';

interface CountTableProps {
  /** Read, not shown. */
  readonly caption: string;
  /** The heads of the columns. */
  readonly heads: readonly string[];
  /** The first of each row is its head, the others are counts. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** The column that a narrow view leaves out, counted from 0. */
  readonly wideOnly?: number;
}

/** A table of counts. */
export function CountTable({ caption, heads, rows, wideOnly }: CountTableProps): JSX.Element {
  const look = (column: number): string => (column === 0 ? '' : column === wideOnly ? 'n wide-only' : 'n');
  return (
    <table>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={at} scope="col" class={look(at)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...counts]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {counts.map((count, at) => (
              <td key={at} class={look(at + 1)}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
