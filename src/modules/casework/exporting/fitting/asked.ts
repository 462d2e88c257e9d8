import { casesAsked, type CasesAsked } from '../../cases/listing/asked.ts'
import type { ExportAsked } from '../export.ts'

/** What a request asks for, as the list of cases takes it: the newest first, `most` at most. */
export const askedOfList = (asked: ExportAsked, userId: string, most: number): CasesAsked => ({
  ...casesAsked({ ...asked, sort: 'newest', after: '' }, { userId, pageLength: most }),
  most,
})
