/** The largest file of rows that is read, in bytes. A year of alerts of a large team has two million. */
export const LARGEST_TABLE = 5_000_000;
/** The most rows of one file. Each becomes a file of the journal. */
export const MOST_ROWS = 5_000;
/** The most columns that are looked at; Jira writes some hundred, most of them empty. */
export const MOST_COLUMNS = 300;

/** One row of a table, as texts. */
export interface TableRow {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  /** As many as there are columns. */
  readonly cells: readonly string[];
}

/** Rows of another tool's export, as they stand in its file: nothing is read into them yet. */
export interface Table {
  /** The names of the columns; two can be the same. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A cell without the space around it; empty where there is none. @param column undefined where no column was chosen */
export function cellOf({ cells }: TableRow, column: number | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '').trim();
}
