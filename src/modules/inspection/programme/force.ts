/** A territorial police force, as `reference/forces/` lists it. */
export interface Force {
  slug: string
  name: string
  country: string
  region: string
}
