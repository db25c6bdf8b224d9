import type { Signature } from './commit';

/**
 * Bots, by what their accounts are called. Tuned on 14 repositories; words that are also family names count only as a whole name or
 * a whole mailbox, so that nobody called Jenkins is left out.
 */
const BOT_WORDS =
  /\[bot\]|\b(?:renovate|dependabot|greenkeeper|pyup|snyk|weblate|transifex|github-actions|semantic-release|mergify|copilot-swe-agent)\b|-bot\b/i;
const BOT_NAME = /^(?:bot-|(?:jenkins|bors|github)(?: (?:ci|bot|user))?$)/i;
/** One word that ends in "bot", as accounts are called; Abbot, Cabot, Chabot and Talbot are people. */
const BOT_ACCOUNT = /^(?!(?:ab|ca|cha|tal)bot$)[\w.]+bot$/i;
const BOT_MAIL = /^(?:(?:jenkins|bors)@|noreply@github\.com$)/i;

/** AI co-authors, by known addresses and never by a name: Claude Dupont and Devin Brown are people. */
const AI_MAILS = [
  /^(?:noreply|claude)@anthropic\.com$/i,
  /^(?:noreply|codex)@openai\.com$/i,
  /^cursoragent@cursor\.com$/i,
  /@aider\.chat$/i,
  /^openhands@all-hands\.dev$/i,
  /^(?:\d+\+)?(?:copilot|copilot-swe-agent\[bot\]|devin-ai-integration\[bot\]|gemini-code-assist\[bot\]|claude\[bot\])@users\.noreply\.github\.com$/i,
];

/** Whether a signature is that of a program. Where this is wrong, the lead can put anyone back. */
export function isMachine({ name, mail }: Signature): boolean {
  const named =
    BOT_WORDS.test(name) ||
    BOT_WORDS.test(mail) ||
    BOT_NAME.test(name.trim()) ||
    BOT_ACCOUNT.test(name.trim()) ||
    BOT_MAIL.test(mail);
  return named || AI_MAILS.some((pattern) => pattern.test(mail));
}
