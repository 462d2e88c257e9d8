/** Something that an administrator may set, within its limits. */
export interface Setting {
  name: string
  value: number
  least: number
  most: number
  unit: string
  what: string
}
