/** The roles of product.md, as table access.role lists them. What each may do, the permission tables say. */
export const roles = [
  'investigator',
  'supervisor',
  'practitioner',
  'analyst',
  'auditor',
  'inspector',
  'board-member',
  'plan-owner',
  'training-lead',
  'listener',
  'publication-officer',
  'administrator',
  'standards-auditor',
  'link-reviewer',
] as const

export type Role = (typeof roles)[number]
