/**
 * A word for the terminal: quoted so that nothing in it is run, whatever a folder is called. For a POSIX shell, on Windows for PowerShell,
 * where a quotation mark in quotation marks is written twice.
 */
export function shellWord(text: string, platform: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-')) return text;
  return platform === 'win32' ? `'${text.replaceAll("'", "''")}'` : `'${text.replaceAll("'", `'\\''`)}'`;
}
