import type { Writer } from '../../../../../platform/db/door.ts'
import type { Note } from '../../../../../platform/web/acting.ts'
import type { FieldError } from '../../../../../platform/web/form.ts'
import type { Done } from '../../../../../platform/web/forms/once.ts'
import { personOf } from '../../../../people/index.ts'
import type { PersonForCaseSent } from '../json.ts'
import { putKnownOnCase, putOnCase, type Put } from '../queries.ts'
import { sameNames, type OnRecord } from '../read.ts'

interface SentForCase {
  sent: PersonForCaseSent
  case: { id: string; reference: string }
  today: Temporal.PlainDate
  note: Note
}

/** What became of somebody whom a program puts on a case. */
type PutAsSent =
  | Done
  | { is: 'wrong' | 'refused'; errors: FieldError[] }
  /** People of the same names are on record, of whom the program said nothing. */
  | { is: 'which'; alike: OnRecord[] }

/** Puts somebody on a case as a program sent it. */
export async function putAsSent(tx: Writer, asked: SentForCase): Promise<PutAsSent> {
  const { sent, note } = asked
  const put = await (sent.newPerson === undefined
    ? putKnown(tx, asked, sent.person ?? '')
    : putNew(tx, asked, sent.newPerson))
  if (put.is !== 'put') return put
  note.about({ person: put.personId, subjects: [] })
  return { is: 'done', location: `/api/cases/${asked.case.reference}/people/${put.entry}` }
}

/** Whoever is hidden is answered like one who never was. */
async function putKnown(tx: Writer, { sent, ...asked }: SentForCase, personId: string) {
  if ((await personOf(tx, personId)) === null) {
    asked.note.refused(personId)
    return { is: 'refused' as const, errors: [{ field: 'person', sentence: nobody }] }
  }
  const { role, source, since } = sent
  return putKnownOnCase(tx, { caseId: asked.case.id, personId, role, source, since }, asked.today)
}

/** Asks as the form does, but about those whom the program did not rule out. */
async function putNew(
  tx: Writer,
  { sent, note, ...place }: SentForCase,
  { notAmong, ...told }: NonNullable<PersonForCaseSent['newPerson']>,
): Promise<Put | Extract<PutAsSent, { is: 'which' }>> {
  const alike = (await sameNames(tx, told)).filter(({ id }) => !notAmong.includes(id))
  note.about({ subjects: alike.map(({ id }) => id) })
  const { role, source, since } = sent
  const value = { ...told, role, source, since, same: '' }
  const put = await putOnCase(tx, { value, alike, ...place })
  const isAsked = put.is === 'wrong' && put.errors.some(({ field }) => field === 'same')
  return isAsked ? { is: 'which', alike } : put
}

const nobody = 'Send the id of a person whom you may see'
