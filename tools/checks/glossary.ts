import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './tree.ts'

/** Each word of docs/glossary.md still has its name in code, in the file that the entry gives. */
export const glossaryFaults: Check = root =>
  entriesIn(readFileSync(join(root, glossary), 'utf8')).flatMap(({ word, names, file }) => {
    if (names.length === 0 || file === undefined) {
      return [`${glossary}: "${word}" gives no name and file like \`Visit\` in \`src/…\`.`]
    }
    if (!existsSync(join(root, file))) return [`${glossary}: "${word}" is said to be in ${file}.`]
    const code = withoutComments(readFileSync(join(root, file), 'utf8'))
    return names
      .filter(name => !standsIn(name, code))
      .map(name => `${glossary}: "${word}" is no longer called ${name} in ${file}.`)
  })

const glossary = 'docs/glossary.md'

interface Entry {
  word: string
  names: string[]
  file: string | undefined
}

/** Rows of the tables: | word | meaning | source | `Name` in `file` |. */
function entriesIn(markdown: string): Entry[] {
  return markdown.split('\n').flatMap(line => {
    const cells = line.split('|').map(cell => cell.trim())
    const [, word = '', , , inCode = ''] = cells
    if (cells.length !== 6 || word === 'Word' || /^-*$/.test(word)) return []
    const quoted = [...inCode.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
    const file = quoted.find(text => text.includes('/'))
    return [{ word, names: quoted.filter(text => text !== file), file }]
  })
}

const standsIn = (name: string, code: string): boolean =>
  new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w\s]/g, '\\$&')}(?![\\w-])`).test(code)

const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*(\/\/|--).*$/gm, '')
