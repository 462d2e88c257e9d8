/** One address for each kind of public page, and the page of something that is not there. */
export const publicPages = [
  '/',
  '/inspections',
  '/inspections?name=west&sort=latest',
  '/inspections?year=soon',
  '/inspections?name=atlantis',
  '/inspections/forces/west-midlands',
  '/inspections/forces/metropolitan',
  '/inspections/forces/west-yorkshire',
  '/inspections/forces/essex',
  '/inspections/comparison',
  '/about',
  '/accessibility',
  '/api',
  '/no-such-page',
] as const
