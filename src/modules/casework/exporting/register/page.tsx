import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Pagination } from '../../../../platform/web/components/pagination.tsx'
import type { ExportRequest } from '../export.ts'
import { RequestsTable } from './table.tsx'

/** Requests on one page. */
export const pageLength = 50

export interface RegisterModel {
  /** One more than `pageLength` where there is another page. */
  requests: readonly ExportRequest[]
  /** Whether this is not the first page. */
  goesOn: boolean
  times: number
  userId: string
  mayAsk: boolean
  mayDecide: boolean
  oversees: boolean
}

export const registerPage = (model: RegisterModel): PageAnswer => {
  const shown = model.requests.slice(0, pageLength)
  return {
    title: 'Exports',
    lead: 'Cases that were asked for as a file, with who agreed and what was taken.',
    children: (
      <>
        {model.mayAsk && <Button text="Ask for cases as a file" href="/exports/new" />}
        {sectionsOf(model).map(({ title, none, has, exactly }) => (
          <RequestsTable
            key={title}
            {...{ title, none, exactly }}
            times={model.times}
            requests={shown.filter(has)}
          />
        ))}
        <Further {...model} />
      </>
    ),
  }
}

interface Section {
  title: string
  none: string
  has: (one: ExportRequest) => boolean
  /** Whether it tells how many cases were taken; whoever decides is never told. */
  exactly: boolean
}

function sectionsOf({ userId, mayAsk, mayDecide, oversees }: RegisterModel): Section[] {
  if (oversees)
    return [
      {
        title: 'All requests',
        none: 'Nobody has asked for any yet.',
        has: () => true,
        exactly: true,
      },
    ]
  const waits = (one: ExportRequest) => one.askedBy !== userId && one.decidedBy === null
  return [
    ...(mayDecide
      ? [
          {
            title: 'Waiting for you',
            none: 'No request waits for you.',
            has: waits,
            exactly: false,
          },
        ]
      : []),
    ...(mayAsk
      ? [
          {
            title: 'Asked by you',
            none: 'You have asked for none yet.',
            has: (one: ExportRequest) => one.askedBy === userId,
            exactly: true,
          },
        ]
      : []),
    ...(mayDecide
      ? [
          {
            title: 'Decided by you',
            none: 'You have decided none yet.',
            has: (one: ExportRequest) => one.decidedBy === userId,
            exactly: false,
          },
        ]
      : []),
  ]
}

const Further = ({ requests, goesOn }: RegisterModel) => {
  const last = requests.length > pageLength ? requests[pageLength - 1] : undefined
  if (last === undefined && !goesOn) return null
  return (
    <Pagination
      previous={goesOn ? { href: '/exports', text: 'First page' } : undefined}
      next={last && { href: `/exports?after=${last.id}`, text: 'Older requests' }}
    />
  )
}
