/**
 * The fields that a loose schema names, read-only all the way down. A record may hold fields of a later version, which every
 * change keeps (it spreads); the type leaves them out, so that a misspelt field does not compile.
 */
export type Known<T> = T extends readonly (infer Item)[]
  ? readonly Known<Item>[]
  : T extends object
    ? string extends keyof T
      ? { readonly [K in keyof T as string extends K ? never : K]: Known<T[K]> } & Named<T>
      : { readonly [K in keyof T]: Known<T[K]> }
    : T;

/** A plain dictionary (only an index signature) stays one. */
type Named<T> = [keyof { [K in keyof T as string extends K ? never : K]: T[K] }] extends [never] ? { readonly [key: string]: T[keyof T] } : unknown;
