import type { FastifyRequest } from 'fastify'
import { isAllowed, type Permissions } from '../access/permissions.ts'
import type { Clock } from '../clock/clock.ts'
import type { Session } from '../sessions/session.ts'
import { mayRead, type Inbox } from './acting.ts'
import type { Frame } from './answers.tsx'
import { tokenFor } from './forms/form-token.ts'
import type { Banner } from './layout/banners.tsx'
import type { NavigationItem } from './layout/header.tsx'
import type { SignedIn } from './layout/signed-in.ts'
import { momentInWords } from './words/moments.ts'

/** What stands around a page for whoever asked for it. */
export function frameMaker(
  frame: Frame,
  {
    tables,
    clock,
    isDemonstration,
    inbox,
  }: {
    tables: Permissions
    clock: Clock
    isDemonstration: boolean
    inbox?: Inbox | undefined
  },
): (request: FastifyRequest) => Frame {
  return request => {
    const { person } = request
    const banners = isDemonstration && showsInvented(request) ? [inventedPeople] : []
    if (person === null) return { ...offeredTo([], frame, tables), banners }
    return {
      ...offeredTo(person.roles, frame, tables),
      banners,
      person: {
        ...signedIn(request, person, clock),
        notices:
          inbox !== undefined && mayRead(inbox, request, tables) ? request.unseenNotices : null,
      },
    }
  }
}

/** What these roles may use: what nobody may see is not hinted at. */
function offeredTo(roles: readonly string[], frame: Frame, tables: Permissions): Frame {
  const may = ({ action }: NavigationItem): boolean => {
    const permission = action && tables[action]
    return permission === undefined || isAllowed(permission, roles)
  }
  const { navigation, ifNotFound = [] } = frame
  return { ...frame, navigation: navigation.filter(may), ifNotFound: ifNotFound.filter(may) }
}

function signedIn(
  request: FastifyRequest,
  person: Session,
  clock: Clock,
): Omit<SignedIn, 'notices'> {
  const now = clock.now()
  return {
    name: `${person.givenName} ${person.familyName}`.trim(),
    agency: person.agency,
    roles: person.roles.map(roleInWords),
    signOut: { _token: tokenFor(request) },
    shownAt: momentInWords(now.toString()),
    session: {
      of: person.userId,
      idleSeconds: person.idleSeconds,
      endsInSeconds: Math.floor(
        (Temporal.Instant.from(person.endsAt).epochMilliseconds - now.epochMilliseconds) / 1000,
      ),
    },
  }
}

/** "board-member" is "Board member". */
const roleInWords = (role: string): string =>
  role.slice(0, 1).toUpperCase() + role.slice(1).replaceAll('-', ' ')

/** Public pages show published figures, which are not invented. */
const showsInvented = ({ person, url }: FastifyRequest): boolean =>
  person !== null || url.startsWith('/sign-in')

const inventedPeople: Banner = {
  label: 'Demonstration',
  text: 'This is a demonstration. Every person, case and agency in it is invented.',
}
