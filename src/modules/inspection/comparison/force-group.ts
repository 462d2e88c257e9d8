/** A declared group of forces for which a source gives one sum. */
export interface ForceGroup {
  slug: string
  name: string
  /** Names of the forces, in the order of the record. */
  members: string[]
}
