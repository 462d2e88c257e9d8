import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ShareIntervals, type ShareIntervalsProps } from './share-intervals.tsx'

/** Wilson 95% intervals, as `methods/intervals` gives them. */
const visits: ShareIntervalsProps = {
  id: 'grades',
  title: 'Shares of cases by grade at two visits',
  description: 'The share graded good was 26%, then 7%.',
  groups: [
    {
      label: 'Inspection, between February and May 2016',
      shares: [
        { label: 'Good', x: 96, n: 374, low: 0.2151, high: 0.3034 },
        {
          label: 'Requires improvement or inadequate',
          x: 278,
          n: 374,
          low: 0.6966,
          high: 0.7849,
          mark: 2,
        },
      ],
    },
    {
      label: 'Quarterly update, 2017',
      shares: [
        { label: 'Good', x: 10, n: 135, low: 0.0407, high: 0.1311 },
        { label: 'Requires improvement', x: 64, n: 135, low: 0.3919, high: 0.5579 },
        { label: 'Inadequate', x: 61, n: 135, low: 0.3704, high: 0.5359 },
      ],
    },
  ],
}

const drawn = (chart: ShareIntervalsProps) => {
  const html = renderToString(<ShareIntervals {...chart} />)
  const [wide = '', narrow = ''] = html.split(/(?<=<\/svg>)/)
  return { html, wide, narrow }
}

test('grades at two visits look as they were agreed', async () => {
  const { wide, narrow } = drawn(visits)
  await expect(`${wide}\n`).toMatchFileSnapshot('./pictures/share-intervals-wide.svg')
  await expect(`${narrow}\n`).toMatchFileSnapshot('./pictures/share-intervals-narrow.svg')
})

test('each drawing is one picture with a name and a description of its own', () => {
  const { html } = drawn(visits)
  for (const layout of ['wide', 'narrow']) {
    expect(html).toContain(`aria-labelledby="grades-${layout}-title grades-${layout}-description"`)
    expect(html).toContain(`<title id="grades-${layout}-title">${visits.title}</title>`)
    expect(html).toContain(`<desc id="grades-${layout}-description">${visits.description}</desc>`)
  }
})

test('a share stands at its place between 0% and 100%, and its interval reaches from end to end', () => {
  const chart = {
    ...visits,
    groups: [{ label: 'Kent', shares: [{ x: 1, n: 2, low: 0.25, high: 0.75 }] }],
  }
  const { wide } = drawn(chart)
  // The axis runs from 224 to 568.
  expect(wide).toContain('M310 16H482')
  expect(wide).toContain('M390 16a6 6')
})

test('a group of one share is one row that bears the name of the group', () => {
  const chart = {
    ...visits,
    groups: [{ label: 'Kent', shares: [{ x: 0, n: 33, low: 0, high: 0.104 }] }],
  }
  const { wide } = drawn(chart)
  expect(wide).toContain('>Kent</text>')
  expect(wide).toContain('<tspan font-weight="700">0%</tspan>')
})

test('where no case was read there is no point and no interval, only the words', () => {
  const chart = {
    ...visits,
    groups: [{ label: 'Kent', shares: [{ x: 0, n: 0, low: 0, high: 0 }] }],
  }
  const { html } = drawn(chart)
  expect(html).toContain('no cases')
  expect(html).not.toMatch(/NaN|Infinity|turnstone-chart__mark/)
  expect(html).not.toContain('M224 16H224')
})

test('no drawing has a style of its own, and every number is finite', () => {
  expect(drawn(visits).html).not.toMatch(/ style=|<style|NaN|Infinity|undefined/)
})
