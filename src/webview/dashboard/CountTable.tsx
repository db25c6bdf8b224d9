import type { JSX } from 'preact';

interface CountTableProps {
  /** Read, not shown. */
  readonly caption: string;
  /** The heads of the columns. */
  readonly heads: readonly string[];
  /** The first of each row is its head, the others are counts. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table of counts. */
export function CountTable({ caption, heads, rows }: CountTableProps): JSX.Element {
  return (
    <table>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={at} scope="col" class={at > 0 ? 'n' : ''}>
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
              <td key={at} class="n">
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
