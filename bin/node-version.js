const needed = 26

/** The sentence for a Node that is too old to run Turnstone, or null. `version` is like "v20.20.2". */
export function nodeSentence(version) {
  if (parseInt(version.slice(1), 10) >= needed) return null
  return (
    'This is Node ' +
    version +
    ', and Turnstone needs Node ' +
    needed +
    ' or newer. Start it with "npm start" (other commands with "npm run turnstone -- COMMAND"): npm uses the Node that "npm ci" installed in node_modules. If that fails too, run "npm ci" again.'
  )
}
