/** The fields of the first post form of the page's content with what they hold, as a browser sends them. */
export function formOf(html: string): Record<string, string> {
  const form =
    /<form[^>]*method="post"[\s\S]*?<\/form>/.exec(html.slice(html.indexOf('<main')))?.[0] ?? ''
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
    const [name, value, type] = ['name', 'value', 'type'].map(attribute =>
      attributeOf(tag, attribute),
    )
    const isChosen = !['radio', 'checkbox'].includes(type ?? '') || /\bchecked\b/.test(tag)
    return name !== undefined && isChosen ? [[name, value ?? '']] : []
  })
  const areas = [...form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].map(
    ([, tag, text]) => [attributeOf(tag!, 'name') ?? '', unescaped(text!)],
  )
  const selects = [...form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].map(
    ([, tag, inside]) => {
      const chosen = /<option[^>]*\bselected\b[^>]*>/.exec(inside!) ?? /<option[^>]*>/.exec(inside!)
      return [attributeOf(tag!, 'name') ?? '', attributeOf(chosen?.[0] ?? '', 'value') ?? '']
    },
  )
  return Object.fromEntries([...inputs, ...areas, ...selects]) as Record<string, string>
}

/** The words of a page, without its tags. */
export const textOfPage = (html: string): string =>
  unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

const attributeOf = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found === null ? undefined : unescaped(found[1]!)
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
