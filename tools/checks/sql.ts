import ts from 'typescript'
import { modules, publishedViews, sharedSchemas } from './map.ts'
import { isTest, source, textsBelow, type Check, type TextFile } from './tree.ts'

/**
 * SQL of the modules stands in `queries.ts`, and each module's SQL names its own tables only.
 * platform/db is excepted: it is what SQL runs through.
 */
export const sqlFaults: Check = root =>
  textsBelow(root, 'src/modules', source)
    .filter(({ path }) => !isTest(path))
    .flatMap(file => [...placeFaults(file), ...tableFaults(file)])

const isQueries = (path: string): boolean => path.endsWith('/queries.ts')

function placeFaults(file: TextFile): string[] {
  if (isQueries(file.path)) return []
  return nodesOf(file).flatMap(node =>
    isStatement(node) ? [`${whereIs(file, node)} is SQL outside queries.ts.`] : [],
  )
}

const statements = [
  'selectFrom',
  'selectNoFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
]

const isStatement = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    statements.includes(node.expression.name.text)) ||
  (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql')

function tableFaults(file: TextFile): string[] {
  const module = /^src\/modules\/([^/]+)\//.exec(file.path)?.[1] ?? ''
  if (!isQueries(file.path)) return []
  return nodesOf(file).flatMap(node => {
    const named = withoutViews(module, textOf(node))
    const schemas = [...named.matchAll(schemaNames)].map(([, schema]) => schema ?? '')
    return schemas
      .filter(schema => schema !== module && !mayShare(module, schema))
      .map(schema => `${whereIs(file, node)} names a table of ${schema}: ask ${schema} instead.`)
  })
}

const mayShare = (module: string, schema: string): boolean =>
  Object.entries(sharedSchemas).some(
    ([shared, readers]) => shared === schema && (readers as readonly string[]).includes(module),
  )

/** A view that another module publishes to this one may be named like a table of its own. */
const withoutViews = (module: string, text: string): string =>
  Object.entries(publishedViews)
    .filter(([, readers]) => (readers as readonly string[]).includes(module))
    .reduce((left, [view]) => left.replaceAll(new RegExp(`\\b${view}\\b`, 'g'), ''), text)

const schemaNames = new RegExp(
  `(?<![\\w.])(${[...Object.keys(modules), ...Object.keys(sharedSchemas)].join('|')})\\.(?=[a-z_]|$)`,
  'g',
)

/** Text of a literal or of a part of a template; nothing for any other node. */
const textOf = (node: ts.Node): string =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node)
    ? node.text
    : ''

function nodesOf({ path, text }: TextFile): ts.Node[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function whereIs({ path, text }: TextFile, node: ts.Node): string {
  const line = text.slice(0, node.getStart()).split('\n').length
  return `${path}:${line}`
}
