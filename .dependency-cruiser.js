import { dependencyRules } from './tools/checks/dependency-rules.ts'

/** The map of tools/checks/map.ts as dependency-cruiser reads it. */
export default {
  forbidden: dependencyRules(),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
