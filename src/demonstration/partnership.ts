import { idOf } from './identity.ts'
import type { Agency, ForceArea, Team } from './rows.ts'

/** The members of the invented partnership. */
export const agencies = {
  police: { name: 'Ardenshire Police Public Protection Unit', kind: 'police' },
  care: { name: "Ardenshire Children's Services", kind: "children's social care" },
  health: { name: 'Ardenshire Health Trust', kind: 'health' },
  schools: { name: 'Ardenshire Schools', kind: 'education' },
  probation: { name: 'Ardenshire Probation Service', kind: 'probation' },
  lantern: { name: "Lantern Young People's Advocacy", kind: 'voluntary' },
} as const

export type AgencyCode = keyof typeof agencies

/** Their teams. The hub's cases are worked by police officers who sit with the social workers. */
export const teams = {
  north: { agency: 'police', name: 'Child Exploitation North' },
  south: { agency: 'police', name: 'Child Exploitation South' },
  missing: { agency: 'police', name: 'Missing Team' },
  online: { agency: 'police', name: 'Online Team' },
  analysis: { agency: 'police', name: 'Force-wide Analysis' },
  standards: { agency: 'police', name: 'Professional Standards' },
  hub: { agency: 'care', name: 'Safeguarding Hub' },
  office: { agency: 'care', name: 'Partnership Office' },
  nurses: { agency: 'health', name: 'Safeguarding Nurses' },
  leads: { agency: 'schools', name: 'Designated Safeguarding Leads' },
  courts: { agency: 'probation', name: 'Public Protection' },
  advocates: { agency: 'lantern', name: 'Advocates' },
} as const satisfies Record<string, { agency: AgencyCode; name: string }>

export type TeamCode = keyof typeof teams

export const forceArea = (seed: string): ForceArea => ({
  id: idOf(seed, 'area', 'ardenshire'),
  slug: 'ardenshire',
  name: 'Ardenshire',
})

export const agencyRows = (seed: string): Agency[] =>
  Object.entries(agencies).map(([code, { name, kind }]) => ({
    id: idOf(seed, 'agency', code),
    area_id: forceArea(seed).id,
    name,
    kind,
  }))

export const teamRows = (seed: string): Team[] =>
  Object.entries(teams).map(([code, { agency, name }]) => ({
    id: idOf(seed, 'team', code),
    agency_id: idOf(seed, 'agency', agency),
    name,
  }))
