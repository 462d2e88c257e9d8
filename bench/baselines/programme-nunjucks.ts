/** The programme page through govuk-frontend's own macros, as a service that uses Nunjucks has it. */
import { join } from 'node:path'
import nunjucks from 'nunjucks'
import { decoded, navigationOf, textOf } from '../page-outline.ts'

/**
 * A function that renders, with the words of `html`, the page of bench/programme-nunjucks.njk. The
 * environment is made once, watches nothing, and keeps every template that it has compiled.
 */
export function programmeInNunjucks(html: string): () => string {
  const folders = [
    join(import.meta.dirname, '..'),
    join(import.meta.dirname, '../../node_modules/govuk-frontend/dist'),
  ]
  const environment = nunjucks.configure(folders, {
    autoescape: true,
    watch: false,
    noCache: false,
  })
  const template = environment.getTemplate('programme-nunjucks.njk', true)
  const words = wordsOf(html)
  return () => template.render(words)
}

/** Everything that the template needs, in the shapes of the macros' options. */
function wordsOf(html: string) {
  const [forces, national] = [...html.matchAll(/<table\b.*?<\/table>/gs)].map(([table]) =>
    tableOf(table),
  )
  return {
    pageTitle: textOf(first(html, /<title>(.*?)<\/title>/s)),
    icon: first(html, /<link rel="icon" href="([^"]*)"/),
    touchIcon: first(html, /<link rel="apple-touch-icon" href="([^"]*)"/),
    fonts: [...html.matchAll(/<link rel="preload" href="([^"]*)"/g)].map(([, href]) => href),
    style: first(html, /<link rel="stylesheet" href="([^"]*)"/),
    script: first(html, /<script type="module" src="([^"]*)"/),
    mark: first(html, /(<svg class="turnstone-mark".*?<\/svg>)/s),
    navigation: navigationOf(html).map(item => ({
      ...item,
      current: item.href === '/inspections',
    })),
    caption: textOf(first(html, /<span class="govuk-caption-l">(.*?)<\/span>/s)),
    heading: textOf(first(html, /<h1[^>]*>(?:<span.*?<\/span>)?(.*?)<\/h1>/s)),
    paragraphs: [...html.matchAll(/<p class="govuk-body[^"]*">(.*?)<\/p>/gs)].map(([, text = '']) =>
      textOf(text),
    ),
    input: {
      id: 'name',
      name: 'name',
      label: { text: 'Name' },
      autocomplete: 'off',
      spellcheck: false,
    },
    selects: [
      ...html.matchAll(/<label for="([^"]*)"[^>]*>([^<]*)<\/label>\s*<select\b(.*?)<\/select>/gs),
    ].map(([, id = '', label = '', options = '']) => ({
      id,
      name: id,
      label: { text: decoded(label) },
      items: optionsOf(options),
    })),
    forces,
    national,
    downloads: [
      ...html.matchAll(
        /<li>([^<]*): <a [^>]*href="([^"]*)">([^<]*)<\/a> <a [^>]*href="([^"]*)">([^<]*)<\/a><\/li>/g,
      ),
    ].map(([, what, csv, csvName, json, jsonName]) => ({ what, csv, csvName, json, jsonName })),
  }
}

/** A table as the options of `govukTable`. */
function tableOf(table: string) {
  const rows = [...table.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) => cellsOf(row))
  return {
    classes: first(table, /<table class="govuk-table ([^"]*)"/),
    caption: textOf(first(table, /<caption[^>]*>(.*?)<\/caption>/s)),
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: rows[0],
    rows: rows.slice(1),
  }
}

const cellsOf = (row: string) =>
  [...row.matchAll(/<t([hd])\b([^>]*)>(.*?)<\/t\1>/gs)].map(([, , attributes = '', inner = '']) => {
    const label = /data-label="([^"]*)"/.exec(attributes)?.[1]
    return {
      ...(inner.includes('<') ? { html: inner } : { text: decoded(inner) }),
      ...(attributes.includes('--numeric') ? { format: 'numeric' } : {}),
      ...(label === undefined ? {} : { attributes: { 'data-label': decoded(label) } }),
    }
  })

const optionsOf = (options: string) =>
  [...options.matchAll(/<option([^>]*)>(.*?)<\/option>/gs)].map(
    ([, attributes = '', text = '']) => ({
      value: decoded(/value="([^"]*)"/.exec(attributes)?.[1] ?? ''),
      text: decoded(text),
      selected: attributes.includes(' selected'),
    }),
  )

function first(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[1]
  if (found === undefined) throw new Error(`The page has nothing like ${pattern.source}`)
  return decoded(found)
}
