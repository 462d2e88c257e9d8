/** The front door of account. */
export { accountModule } from './module.ts'
export type { Persona } from './demonstration/persona.ts'
export type { Doing } from './work/page.tsx'
export type { AccountParts } from './parts.ts'
export { invite } from './inviting/queries.ts'
export type { Wish } from './inviting/wish.ts'
export type { ProviderSettings } from './identity-provider/settings.ts'
