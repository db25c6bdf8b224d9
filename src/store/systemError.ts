/** An error of the operating system, as Node throws it. */
export interface SystemError extends Error {
  readonly code: string;
}

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean => isSystemError(error) && codes.includes(error.code);

/** The promise's value, or undefined where the operating system said no. Faults of the program are passed on. */
export async function unlessRefused<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
