import assert from 'node:assert/strict';
import { isMachine } from '../../../src/core/evidence/machines';

const people: readonly [string, string][] = [
  ['Claude Dupont', 'claude.dupont@example.com'],
  ['Devin Brown', 'devin@example.com'],
  ['Claude', 'claude@example.com'],
  ['Sam Jenkins', 'sam.jenkins@example.com'],
  ['Bors Péter', 'peter.bors@example.com'],
  ['Talbot', 'talbot@example.com'],
  ['Marie Abbot', 'marie@example.com'],
  ['Gemini Rossi', 'gemini@example.com'],
  ['Aider Etxeberria', 'aider@example.com'],
  ['Ana', '12345+ana@users.noreply.github.com'],
];

const machines: readonly [string, string][] = [
  ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'],
  ['renovate', 'bot@renovateapp.com'],
  ['Renovate Bot', 'renovate@example.com'],
  ['github-actions', 'actions@example.com'],
  ['GitHub', 'noreply@github.com'],
  ['Jenkins', 'ci@example.com'],
  ['Jenkins CI', 'ci@example.com'],
  ['bors', 'bors@example.com'],
  ['release-bot', 'release@example.com'],
  ['bot-deploy', 'deploy@example.com'],
  ['henchbot', 'henchbot.github@gmail.com'],
  ['Copilot', '198982749+Copilot@users.noreply.github.com'],
  ['copilot-swe-agent[bot]', '198982749+copilot-swe-agent[bot]@users.noreply.github.com'],
  ['Claude', 'noreply@anthropic.com'],
  ['Cursor Agent', 'cursoragent@cursor.com'],
  ['aider (some model)', 'noreply@aider.chat'],
  ['openhands', 'openhands@all-hands.dev'],
  ['Codex', 'codex@openai.com'],
];

describe('isMachine', () => {
  for (const [name, mail] of people)
    it(`takes ${name} <${mail}> for a person`, () => assert.equal(isMachine({ name, mail }), false));
  for (const [name, mail] of machines)
    it(`takes ${name} <${mail}> for a machine`, () => assert.equal(isMachine({ name, mail }), true));
});
