import type { Sensitivity } from '../cases/case.ts'

/** What becomes of a case, said before somebody asks for it or agrees. */
export const sealingMeans: Readonly<Record<Sensitivity, readonly string[]>> = {
  sealed: [
    'Only the people named on it see a sealed case, and nobody else learns that it exists. You and the supervisor who agrees are named on it.',
    'Every share and every broken glass ends at once, and none can begin while the case is sealed.',
  ],
  restricted: ['The case is then for named people only, and no longer sealed.'],
  ordinary: ['The case is then open to its team, and no longer sealed.'],
}

/** What is wanted, as a request says it. */
export const wantedInWords: Readonly<Record<Sensitivity, string>> = {
  sealed: 'seal this case',
  restricted: 'unseal this case, for named people only',
  ordinary: 'unseal this case and open it to its team',
}
