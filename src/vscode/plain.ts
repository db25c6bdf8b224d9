/**
 * Words that a person or a file brings, so that they stay words where the editor reads more into them: notifications make links of
 * "[here](command:…)", which run that command, and quick picks make icons of "$(name)".
 */
export function plain(words: string): string {
  return words.replaceAll('](', '] (').replaceAll('$(', '$ (');
}
