/** The pages above a page of a case. */
export const crumbsOf = (reference: string) => [
  { text: 'Cases', href: '/cases' },
  { text: reference, href: `/cases/${reference}` },
]
