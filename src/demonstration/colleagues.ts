import type { Role } from '../platform/access/roles.ts'
import type { AgencyCode, TeamCode } from './partnership.ts'

/** Somebody who works in Ardenshire and is not on the list of personas. */
export type Colleague = readonly [given: string, family: string, team: TeamCode, role: Role]

/** The users beside the personas. A code of theirs is the family name in small letters. */
export const colleagues: readonly Colleague[] = [
  ['Harpreet', 'Dunmore', 'north', 'investigator'],
  ['Owen', 'Cawthray', 'north', 'investigator'],
  ['Chidinma', 'Askew', 'north', 'investigator'],
  ['Ruaridh', 'Fennimore', 'north', 'investigator'],
  ['Katarzyna', 'Hallowes', 'south', 'investigator'],
  ['Jerome', 'Ibbotson', 'south', 'investigator'],
  ['Parveen', 'Oakeshott', 'south', 'investigator'],
  ['Lorcan', 'Pettifer', 'south', 'investigator'],
  ['Tendai', 'Quarmby', 'missing', 'investigator'],
  ['Beatrix', 'Rusholme', 'missing', 'investigator'],
  ['Anil', 'Sidebotham', 'missing', 'investigator'],
  ['Siobhan', 'Trevanion', 'missing', 'supervisor'],
  ['Callum', 'Thrale', 'online', 'investigator'],
  ['Nadia', 'Uttley', 'online', 'investigator'],
  ['Gethin', 'Vellacott', 'online', 'investigator'],
  ['Philippa', 'Wadsley', 'online', 'supervisor'],
  ['Ravi', 'Yardley-Moss', 'hub', 'investigator'],
  ['Ingrid', 'Ackersley', 'hub', 'investigator'],
  ['Desmond', 'Birkinshaw', 'hub', 'supervisor'],
  ['Leila', 'Crowhurst', 'hub', 'practitioner'],
  ['Matthias', 'Dewsnap', 'hub', 'practitioner'],
  ['Oluchi', 'Entwisle', 'hub', 'practitioner'],
  ['Jocelyn', 'Fairweather', 'analysis', 'analyst'],
  ['Bilal', 'Gathercole', 'nurses', 'practitioner'],
  ['Morwenna', 'Hebblewhite', 'nurses', 'practitioner'],
  ['Stellan', 'Inchbald', 'leads', 'practitioner'],
  ['Charity', 'Jessop', 'leads', 'practitioner'],
  ['Emlyn', 'Kettlewell', 'courts', 'practitioner'],
  ['Saoirse', 'Lumb', 'courts', 'practitioner'],
  ['Hamid', 'Micklethwait', 'advocates', 'practitioner'],
  ['Thandiwe', 'Northcliffe', 'advocates', 'practitioner'],
  ['Rosamund', 'Ormerod', 'leads', 'practitioner'],
]

/** Police officers of the hub belong to the police, wherever their desk is. */
export const seconded: Readonly<Record<string, AgencyCode>> = {
  'yardley-moss': 'police',
  ackersley: 'police',
  birkinshaw: 'police',
}

/** The officer whose look-ups have no cause; docs/demonstration.md tells of him. */
export const snooper = 'thrale'
