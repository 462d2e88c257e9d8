/** Who is signed in, as every page of theirs says it in its header. */
export interface SignedIn {
  readonly name: string
  readonly agency: string
  /** Names of the roles that they hold now, such as "Investigator". */
  readonly roles: readonly string[]
  /** Notices that they have not seen yet; null for whoever has no inbox. */
  readonly notices: number | null
  /** Hidden fields of the form that signs out. */
  readonly signOut: Readonly<Record<string, string>>
  /** When the page was made, in words: "14:02 on 23 November 2026". Paper says it. */
  readonly shownAt: string
  /** How long the session lasts from now on; the script warns before it ends. */
  readonly session?: SessionTimes | undefined
}

export interface SessionTimes {
  /** The same on all pages of one person, and of nobody else: how pages know each other. */
  readonly of: string
  /** When nothing is done. */
  readonly idleSeconds: number
  /** In any case. */
  readonly endsInSeconds: number
}

/** What somebody is: "Investigator and Analyst, Ardenshire Police". */
export const standing = ({ roles, agency }: Pick<SignedIn, 'roles' | 'agency'>): string =>
  [joined.format(roles), agency].filter(Boolean).join(', ')

/** The attributes of the body by which the script knows when the session ends. */
export const sessionAttributes = (person: SignedIn | undefined) =>
  person?.session && {
    'data-session-of': person.session.of,
    'data-session-idle': person.session.idleSeconds,
    'data-session-ends': person.session.endsInSeconds,
  }

const joined = new Intl.ListFormat('en-GB')
