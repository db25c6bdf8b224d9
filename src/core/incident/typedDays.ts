/** A year, a month or a day, as somebody types it. */
const TYPED = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** Days without a time: "2026-05-14". */
export interface TypedDays {
  readonly first: string;
  /** The first day that is not in it any more. */
  readonly next: string;
}

/** The first day of a typed year, month or day, and the first after it; undefined where it is none. */
export function typedDays(value: string): TypedDays | undefined {
  const [, year, month, day] = TYPED.exec(value) ?? [];
  if (year === undefined || Number(year) < 1000) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const first = new Date(Date.UTC(y, m - 1, d));
  if (first.getUTCMonth() !== m - 1 || first.getUTCDate() !== d) return undefined; // 31 February
  const next = month === undefined ? Date.UTC(y + 1, 0, 1) : day === undefined ? Date.UTC(y, m, 1) : Date.UTC(y, m - 1, d + 1);
  const words = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return next > Date.UTC(9999, 11, 31) ? undefined : { first: words(first.getTime()), next: words(next) };
}
