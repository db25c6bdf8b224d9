// @ts-check
// Who works on the sample service. All invented.

/** @typedef {{ name: string, mail: string, zone: string }} Author zone: their offset from UTC, as git writes it. */

/** @satisfies {Record<string, Author>} */
export const team = {
  priya: { name: 'Priya Nair', mail: 'priya.nair@example.com', zone: '+0530' },
  jonas: { name: 'Jonas Weber', mail: 'jonas.weber@example.com', zone: '+0200' },
  mei: { name: 'Mei Lin', mail: 'mei.lin@example.com', zone: '+0800' },
  ana: { name: 'Ana Oliveira', mail: 'ana.oliveira@example.com', zone: '-0300' },
  /** Ana before she changed her name: .mailmap makes the two one. */
  anaBefore: { name: 'Ana Costa', mail: 'ana.costa@example.com', zone: '-0300' },
  bot: { name: 'dependabot[bot]', mail: '49699333+dependabot[bot]@users.noreply.github.com', zone: '+0000' },
};

/** @typedef {keyof typeof team} Member */

/** @param {Author} author */
export const signature = ({ name, mail }) => `${name} <${mail}>`;

/** A co-author that is a program, as GitHub writes it. */
export const aiCoAuthor = 'Copilot <198982749+Copilot@users.noreply.github.com>';
