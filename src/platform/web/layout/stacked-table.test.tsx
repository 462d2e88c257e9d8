import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { StackedTable } from './stacked-table.tsx'

const html = renderToString(
  <StackedTable
    caption="Forces"
    head={['Force', 'First inspected', { text: 'Cases', format: 'numeric' }]}
    rows={[['Suffolk', 'July 2022', { text: '72', format: 'numeric' }]]}
  />,
)

test('each cell carries the name of its column for a phone, where no head stands above it', () => {
  expect(html).toContain(
    '<td class="govuk-table__cell" data-label="First inspected">July 2022</td>',
  )
  expect(html).toMatch(/<td class="[^"]*--numeric" data-label="Cases">72<\/td>/)
})

test('the first cell names the row', () => {
  expect(html).toMatch(/<th [^>]*scope="row"[^>]*>Suffolk<\/th>/)
})
