import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { FunnelPoint, FunnelProps } from './funnel-props.ts'
import { Funnel } from './funnel.tsx'

/** First inspections on the three-grade scale, as published; limits near enough for a drawing. */
const points: FunnelPoint[] = [
  { label: 'Avon and Somerset', x: 17, n: 69, position: 'inside' },
  { label: 'Bedfordshire', x: 18, n: 81, position: 'inside' },
  { label: 'Cleveland', x: 15, n: 81, position: 'inside' },
  { label: 'Derbyshire', x: 20, n: 79, position: 'inside' },
  { label: 'Lincolnshire', x: 9, n: 81, position: 'outside 95%' },
  { label: 'Northamptonshire', x: 0, n: 21, position: 'outside 99.8%' },
  { label: 'Northumbria', x: 27, n: 101, position: 'inside' },
  { label: 'Suffolk', x: 27, n: 72, position: 'outside 95%' },
  { label: 'West Midlands', x: 4, n: 8, position: 'no position' },
]

const sizes = Array.from({ length: 100 }, (_, index) => index + 5)
const around = (width: number) => ({
  n: sizes,
  low: sizes.map(n => Math.max(0, 0.24 - width / Math.sqrt(n))),
  high: sizes.map(n => Math.min(1, 0.24 + width / Math.sqrt(n))),
})

const funnel: FunnelProps = {
  id: 'funnel',
  title: 'Share graded good by number of cases read',
  description: 'Five of nine forces are inside the 95% limits.',
  points,
  centre: { label: 'Together', share: 0.24 },
  limits: [
    { level: '95%', ...around(0.84) },
    { level: '99.8%', ...around(1.32) },
  ],
  axes: { up: 'Share of cases graded good', along: 'Cases read' },
}

const drawn = (chart: FunnelProps) => {
  const html = renderToString(<Funnel {...chart} />)
  const [wide = '', narrow = ''] = html.split(/(?<=<\/svg>)/)
  return { html, wide, narrow }
}

test('first inspections look as they were agreed', async () => {
  const { wide, narrow } = drawn(funnel)
  await expect(`${wide}\n`).toMatchFileSnapshot('./pictures/funnel-wide.svg')
  await expect(`${narrow}\n`).toMatchFileSnapshot('./pictures/funnel-narrow.svg')
})

test('a place far from the others differs in shape and filling, not only in colour', () => {
  const only = (x: number, position: FunnelPoint['position']) => {
    const one = drawn({ ...funnel, points: [{ label: 'Kent', x, n: 80, position }] }).wide
    return /class="(turnstone-chart__mark[^"]*)" fill="([^"]+)"[^>]* d="[^a-z]*([a-z])/
      .exec(one)
      ?.slice(1)
  }
  expect(only(20, 'inside')).toEqual(['turnstone-chart__mark', '#5f6b73', 'a'])
  expect(only(40, 'outside 95%')).toEqual(['turnstone-chart__mark--hollow', '#ffffff', 'l'])
  expect(only(60, 'outside 99.8%')).toEqual(['turnstone-chart__mark', '#006aa8', 'l'])
  expect(only(2, 'outside 99.8%')).toEqual(['turnstone-chart__mark', '#b45309', 'h'])
})

test('the limits and the share of all together say what they are at their ends', () => {
  const { wide } = drawn(funnel)
  expect(wide.match(/>99\.8% limit</g)).toHaveLength(2)
  expect(wide.match(/>95% limit</g)).toHaveLength(2)
  expect(wide).toContain('>Together 24%<')
})

test('the drawing of 43 places stays light', () => {
  const many = Array.from({ length: 43 }, (_, index) => ({
    label: `Force ${index}`,
    x: 10 + (index % 7),
    n: 40 + 5 * index,
    position: 'inside' as const,
  }))
  const { html } = drawn({ ...funnel, points: many })
  expect(html.match(/<path/g)?.length).toBeLessThan(30)
  expect(html.length).toBeLessThan(30_000)
})

test('a place without cases is left out of the drawing', () => {
  const { html } = drawn({
    ...funnel,
    points: [{ label: 'Kent', x: 0, n: 0, position: 'no position' }],
  })
  expect(html).not.toMatch(/Kent|NaN/)
})

test('whatever the places, the drawing has finite numbers and no style of its own', () => {
  const place = fc
    .record({
      n: fc.integer({ min: 0, max: 5000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ n, part }) => ({
      label: 'Kent',
      x: Math.floor(n * part),
      n,
      position: 'inside' as const,
    }))
  fc.assert(
    fc.property(fc.array(place, { maxLength: 20 }), fc.boolean(), (places, limited) => {
      const { html } = drawn({ ...funnel, points: places, limits: limited ? funnel.limits : [] })
      expect(html).not.toMatch(/NaN|Infinity|undefined| style=/)
    }),
    { numRuns: 50 },
  )
})
