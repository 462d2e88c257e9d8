import { dayInWords } from '../../../platform/web/words/dates.ts'
import type { Notice } from './notice.ts'

/** What a notice says. Names a case only to somebody who may see it now. */
export function noticeInWords(notice: Notice): string {
  const { kind, reference, who, finding } = notice
  const which = reference === null ? 'a case that you do not see' : `case ${reference}`
  switch (kind) {
    case 'glass-broken':
      return `${who ?? 'Somebody'} broke the glass on ${which}.`
    case 'glass-overdue':
      return overdueInWords(which, notice)
    case 'glass-reviewed':
      return `Your breaking of the glass was reviewed: ${finding ?? 'see the case'}.`
    case 'seal-asked':
      return `A second supervisor is asked to decide whether ${which} is sealed.`
    case 'seal-decided':
      return `What you asked about the seal of ${which} has been decided.`
    case 'export-asked':
      return 'A second person is asked to decide whether cases leave as a file.'
    case 'export-decided':
      return 'What you asked about cases as a file has been decided.'
  }
}

/** A review that came after all leaves the notice true. */
const overdueInWords = (which: string, { who, reviewBy, finding }: Notice): string =>
  finding === null
    ? `Nobody has reviewed why ${who ?? 'somebody'} broke the glass on ${which}. It was due by ${dayInWords(reviewBy ?? '')}.`
    : `Why ${who ?? 'somebody'} broke the glass on ${which} was reviewed late.`

/** Where a notice leads; null where there is nothing that its reader may open. */
export function placeOfNotice({ kind, reference, exportId }: Notice): string | null {
  if (exportId !== null) return `/exports/${exportId}`
  if (kind === 'glass-overdue') return '/oversight/glass'
  if (reference === null) return null
  return kind === 'seal-asked' || kind === 'seal-decided'
    ? `/cases/${reference}/seal/decision`
    : `/cases/${reference}`
}
