import { expect, test } from 'vitest'
import { fisherAsPrinted } from './fisher-as-printed.ts'
import { rootAsPrinted } from './root-as-printed.ts'

test('the limits of the tea are those that R prints, not the exact 0.2117 to 626.24', () => {
  const { oddsRatio, limits } = fisherAsPrinted({ x1: 3, n1: 4, x2: 1, n2: 4 })
  // fisher.test(matrix(c(3, 1, 1, 3), 2)) of R 4.
  expect(oddsRatio).toBeCloseTo(6.408309, 6)
  expect(limits[1]).toBeCloseTo(621.9337505, 6)
})

test('the search stops within its tolerance of the root, and no sooner than it must', () => {
  const root = rootAsPrinted(x => x * x - 2, 0, 2)
  expect(Math.abs(root - Math.SQRT2)).toBeLessThan(1.3e-4)
  expect(rootAsPrinted(x => x * x - 2, 0, 2, 1e-14)).toBeCloseTo(Math.SQRT2, 13)
})
