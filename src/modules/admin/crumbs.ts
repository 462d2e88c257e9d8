/** The pages above those of administration. */
const admin = { text: 'Administration', href: '/admin' }

export const crumbs = {
  overview: [admin],
  waiting: [admin, { text: 'Waiting', href: '/admin/waiting' }],
  users: [admin, { text: 'Users', href: '/admin/users' }],
  agencies: [admin, { text: 'Agencies and teams', href: '/admin/agencies' }],
  tokens: [admin, { text: 'Programs and tokens', href: '/admin/tokens' }],
  settings: [admin, { text: 'Settings', href: '/admin/settings' }],
} as const

export const userPlace = (id: string): string => `/admin/users/${id}`

/** The pages above those of one user. */
export const crumbsOfUser = ({ id, name }: { id: string; name: string }) => [
  ...crumbs.users,
  { text: name, href: userPlace(id) },
]
