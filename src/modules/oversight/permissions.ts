import type { Permissions } from '../../platform/access/permissions.ts'

const log = 'the log of the area; no case, no person and no search in it shows what it says'

/** What a standards auditor does. Nobody else does any of it, whatever their other roles. */
export const may = {
  'log.read': {
    what: 'Read the audit log',
    class: 'consultation',
    who: { 'standards-auditor': log },
  },
  'log.export': {
    what: 'Take entries of the audit log out as a file',
    class: 'disclosure',
    who: { 'standards-auditor': `${log}; with a second factor shown just now` },
  },
  'log.words': {
    what: 'Open the words of one search, or of one purpose, in the audit log',
    class: 'consultation',
    who: { 'standards-auditor': 'one entry at a time' },
  },
  'look-up.list': {
    what: 'See look-ups that nothing explains yet',
    class: 'consultation',
    who: { 'standards-auditor': 'those of the area' },
  },
  'look-up.answer': {
    what: 'Say that look-ups are explained, or pass them on to professional standards',
    class: 'alteration',
    who: { 'standards-auditor': 'never their own, nor those of their line' },
  },
  'glass.list': {
    what: 'See broken glass that waits for review, and what reviews found',
    class: 'consultation',
    who: { 'standards-auditor': 'that of the area; who and why, and no case' },
  },
  'glass.review': {
    what: 'Say whether breaking the glass was justified',
    class: 'alteration',
    who: { 'standards-auditor': 'never their own, nor that of their line' },
  },
  'glass.lift': {
    what: 'Let somebody break the glass again whom findings kept from it',
    class: 'alteration',
    who: { 'standards-auditor': 'never themselves, nor somebody of their line' },
  },
} as const satisfies Permissions
