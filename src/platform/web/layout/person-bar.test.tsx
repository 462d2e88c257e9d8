import { expect, test } from 'vitest'
import { unbuiltAssets } from '../assets/manifest.ts'
import { ErrorPage } from './error-page.tsx'
import { document, Page } from './page.tsx'
import { standing, type SignedIn } from './signed-in.ts'

const person: SignedIn = {
  name: 'Ruth Alder',
  agency: 'Ardenshire Police',
  roles: ['Investigator'],
  notices: 3,
  signOut: { _token: 'abc"<', _key: '1' },
  shownAt: '14:02 on 23 November 2026',
  session: { of: 'r-alder', idleSeconds: 900, endsInSeconds: 43_200 },
}

const frame = { navigation: [{ text: 'Cases', href: '/cases' }], assets: unbuiltAssets }

const written = (more: Partial<Parameters<typeof Page>[0]> = {}) =>
  document(<Page {...frame} title="Cases" current="/cases" {...more} />)

test('a page says who is signed in, as what and where, and leads to the own account', () => {
  const html = written({ person })
  expect(html).toContain('href="/account">Ruth Alder</a>')
  expect(html).toContain('Investigator, Ardenshire Police</span>')
})

test('whoever has two roles is called by both', () => {
  expect(standing({ roles: ['Investigator', 'Analyst'], agency: 'Ardenshire Police' })).toBe(
    'Investigator and Analyst, Ardenshire Police',
  )
  expect(standing({ roles: [], agency: 'Ardenshire Police' })).toBe('Ardenshire Police')
})

test('notices that were not seen are counted, and only they', () => {
  expect(written({ person })).toMatch(/href="\/inbox">Notices<strong[^>]*> 3<\/strong>/)
  expect(written({ person: { ...person, notices: 0 } })).toContain('href="/inbox">Notices</a>')
})

test('whoever has no inbox is not led to one', () => {
  expect(written({ person: { ...person, notices: null } })).not.toContain('/inbox')
})

test('signing out is a form with the hidden fields that it was given', () => {
  const html = written({ person })
  expect(html).toMatch(/<form method="post" action="\/sign-out"[^>]*>/)
  expect(html).toContain('<input type="hidden" name="_token" value="abc&quot;&lt;"/>')
  expect(html).toContain('<input type="hidden" name="_key" value="1"/>')
  expect(html).toMatch(/<button[^>]*>Sign out<\/button>/)
})

test('paper says who printed the page and when it was shown', () => {
  expect(written({ person })).toContain(
    '<p class="turnstone-printed">Printed by Ruth Alder, Investigator, Ardenshire Police. Shown at 14:02 on 23 November 2026.</p>',
  )
})

test('the body says how long the session lasts, where there is one', () => {
  expect(written({ person })).toContain(
    '<body class="govuk-template__body" data-session-of="r-alder" data-session-idle="900" data-session-ends="43200">',
  )
  expect(written({ person: { ...person, session: undefined } })).toContain(
    '<body class="govuk-template__body">',
  )
})

test('banners stand between the header and the content, each with a name', () => {
  const html = written({
    person,
    banners: [
      { label: 'Demonstration', text: 'All people are invented.' },
      { label: 'Broken glass', text: 'You broke the glass until 14:05.', urgent: true },
    ],
  })
  const places = ['</header>', 'aria-label="Demonstration"', 'aria-label="Broken glass"', '<main ']
  expect(places.map(place => html.indexOf(place))).toEqual(
    places.map(place => html.indexOf(place)).sort((a, b) => a - b),
  )
  expect(html).toMatch(/turnstone-banner--urgent" aria-label="Broken glass"/)
})

test('a page for everybody knows nothing of people', () => {
  const html = written()
  expect(html).not.toMatch(/turnstone-(person|printed|banner)|data-session|sign-out|inbox/)
  expect(html).toContain(
    '<div class="turnstone-header__bar"><div class="govuk-width-container"><a class="turnstone-header__home"',
  )
})

test('the page of a refusal says who is signed in, like any other', () => {
  const html = document(<ErrorPage {...frame} status={404} person={person} />)
  expect(html).toContain('Ruth Alder')
  expect(document(<ErrorPage {...frame} status={404} />)).not.toContain('turnstone-person')
})
