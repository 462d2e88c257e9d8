/** Somebody invented, whom a visitor of the demonstration may sign in as. */
export interface Persona {
  /** The role, or the role and `-2` for a second person of it. */
  code: string
  userId: string
  name: string
  /** Role and team, in words. */
  works: string
  /** One sentence: what to try as this person. */
  tries: string
}
