import { expect, test } from 'vitest'
import { gapFaults } from '../../tools/checks/packages.ts'

test('a lock file without the part that a package needs on another machine is told', () => {
  const packages = {
    'node_modules/parser': {
      optionalDependencies: { 'parser-linux': '1.0.0', 'parser-mac': '1.0.0' },
    },
    'node_modules/parser-linux': {},
  }
  expect(gapFaults({ packages })).toEqual([
    'package-lock.json lacks parser-mac, which node_modules/parser may need on another machine.',
  ])
})

test('a part that stands below the package that needs it is found', () => {
  const packages = {
    'node_modules/tool/node_modules/parser': { optionalDependencies: { part: '1.0.0' } },
    'node_modules/tool/node_modules/part': {},
  }
  expect(gapFaults({ packages })).toEqual([])
})
