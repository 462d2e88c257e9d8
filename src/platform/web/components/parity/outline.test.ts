import { expect, test } from 'vitest'
import { outline } from './outline.ts'

const written = `
<p id="force-error" class="govuk-error-message" data-first="1">
  <span class="govuk-visually-hidden">Error:</span> Choose a <b>force</b> &amp; a year
</p>
<ul hidden>
  <li>Suffolk</li>
  <li><a href="/forces/kent">
    Kent
  </a></li>
</ul>`

test('indentation, the order of attributes and the way of writing a character do not count', () => {
  const otherwise =
    '<p data-first="1" class="govuk-error-message" id="force-error"><span class="govuk-visually-hidden">' +
    'Error:</span>\n Choose a <b>force</b> & a year</p>' +
    '<ul hidden=""><li>Suffolk</li><li> <a href="/forces/kent">Kent</a></li></ul>'
  expect(outline(otherwise)).toBe(outline(written))
})

test.each([
  ['an attribute removed', ' data-first="1"', ''],
  ['an attribute added', '<b>', '<b id="b">'],
  ['an attribute without a value removed', ' hidden', ''],
  ['an attribute of another value', 'id="force-error"', 'id="year-error"'],
  ['another class', 'govuk-error-message', 'govuk-hint'],
  ['a class more', 'govuk-error-message', 'govuk-error-message govuk-hint'],
  ['classes run together', '"govuk-error-message"', '" govuk-error-message"'],
  ['another word', 'Suffolk', 'Norfolk'],
  ['another case', 'Suffolk', 'suffolk'],
  ['another address', '/forces/kent', '/forces/suffolk'],
  ['another element', '<b>force</b>', '<i>force</i>'],
  ['an element unwrapped', '<b>force</b>', 'force'],
  ['an element removed', '<li>Suffolk</li>', ''],
  ['a space that shows, lost before words', '</span> Choose', '</span>Choose'],
  ['a space that shows, lost before an element', 'a <b>', 'a<b>'],
  ['a space within a word', 'Suffolk', 'Suf folk'],
  ['a no-break space', 'a year', 'a\u00a0year'],
])('%s is a difference', (_, from, to) => {
  expect(written).toContain(from)
  expect(outline(written.replace(from, to))).not.toBe(outline(written))
})

test('the order of children is a difference', () => {
  const list = (...items: string[]) =>
    `<ul>${items.map(item => `<li>${item}</li>`).join('\n')}</ul>`
  expect(outline(list('Kent', 'Suffolk'))).not.toBe(outline(list('Suffolk', 'Kent')))
})

test('where an element ends is a difference', () => {
  expect(outline('<b>a</b> c <i>d</i>')).not.toBe(outline('<b>a c</b> <i>d</i>'))
  expect(outline('<div><p>a</p></div><p>b</p>')).not.toBe(outline('<div><p>a</p><p>b</p></div>'))
})

test('a space inside the edge of an inline element shows beside it', () => {
  expect(outline('<p><strong> Alpha </strong><span>new</span></p>')).toBe(
    outline('<p><strong>Alpha</strong> <span>new</span></p>'),
  )
  expect(outline('<p><strong>Alpha</strong><span>new</span></p>')).not.toBe(
    outline('<p><strong>Alpha</strong> <span>new</span></p>'),
  )
})

test('every space in a text area counts, but for the line break that a browser drops', () => {
  expect(outline('<textarea>\nOne  two</textarea>')).toBe(outline('<textarea>One  two</textarea>'))
  expect(outline('<textarea>One  two</textarea>')).not.toBe(outline('<textarea>One two</textarea>'))
  expect(outline('<textarea> One</textarea>')).not.toBe(outline('<textarea>One</textarea>'))
})

test('the first of two attributes of one name counts', () => {
  expect(outline('<p id="a" id="b"></p>')).toBe(outline('<p id="a"></p>'))
})

test.each([
  '<p>',
  '</p>',
  '<b><i></b></i>',
  '<div/>',
  '<p class=a></p>',
  '<p>&nosuch;</p>',
  '<script>1</script>',
  '<p',
])('%s, which a browser would have to repair or run, is refused', html => {
  expect(() => outline(html)).toThrow()
})
