import { MARKS } from '../journal/values';

/** The sections of the deep path. Any order; the letters are what the format stores. */
export const DEEP_SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;
export type DeepSection = (typeof DEEP_SECTIONS)[number];

/** Where the lead can be in the deep path: at the list of its sections, in one of them, or at the card of a conversation. */
export const DEEP_PLACES = ['list', ...DEEP_SECTIONS, 'card'] as const;
export type DeepPlace = (typeof DEEP_PLACES)[number];

/** What the lead says of somebody in the deep path. */
export const MEMBER_ACTS = ['named', ...MARKS, 'again', 'heldBack', 'thanked', 'remind'] as const;
export type MemberAct = (typeof MEMBER_ACTS)[number];

/** How a request leaves: the lead does the sending. */
export const REQUEST_WAYS = ['copy', 'mail'] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];

/** The parts of the card of a conversation, in their order. */
export const TALK = ['goal', 'reality', 'options', 'will'] as const;
export type TalkPart = (typeof TALK)[number];
