import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './tree.ts'

/** What is installed to run: few direct packages, each version exact, every licence one that we may ship. */
export const packageFaults: Check = root => {
  const { dependencies = {}, devDependencies = {} } = read(root, 'package.json') as Manifest
  const direct = Object.keys(dependencies).length
  return [
    ...(direct > mostDirect
      ? [`package.json has ${direct} dependencies that run; ${mostDirect} is the most.`]
      : []),
    ...Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !exact.test(version))
      .map(
        ([name, version]) =>
          `package.json takes ${name} at "${version}", not at one exact version.`,
      ),
    ...reasonFaults(root, Object.keys(dependencies)),
    ...licenceFaults(root),
    ...gapFaults(read(root, 'package-lock.json') as Lock),
  ]
}

const reasons = 'docs/decisions/0012-dependencies.md'

/** The table of reasons names each package that runs, and no other. */
function reasonFaults(root: string, running: readonly string[]): string[] {
  const table = readFileSync(join(root, reasons), 'utf8')
  const told = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name)
  return [
    ...running
      .filter(name => !told.includes(name))
      .map(name => `${reasons} gives no reason for ${name}.`),
    ...told
      .filter(name => !running.includes(name))
      .map(name => `${reasons} tells of ${name}, which package.json does not have.`),
  ]
}

const mostDirect = 45

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/** Licences whose text we may pass on with the program under our own. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'BSL-1.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PostgreSQL',
  'Unlicense',
]

/** Everything that the lock file installs to run, below other packages too. */
function licenceFaults(root: string): string[] {
  const { packages } = read(root, 'package-lock.json') as Lock
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, locked]) => ({ path, licence: installedLicence(root, path) ?? locked.license }))
    .filter(({ licence }) => !mayShip(licence))
    .map(({ path, licence }) => {
      const name = path.replace(/^.*node_modules\//, '')
      return `${name} has the licence "${licence ?? 'none'}", which is not on the list.`
    })
}

/**
 * `npm ci` refuses a lock file that lacks what a package needs on some other machine; `npm install`
 * writes such a file without a word when the registry does not have that part.
 */
export const gapFaults = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !placesOf(path, name).some(place => place in packages))
      .map(name => `package-lock.json lacks ${name}, which ${path} may need on another machine.`),
  )

/** Where Node would look for a package that the one at `path` asks for, nearest first. */
const placesOf = (path: string, name: string): string[] => {
  const parts = path.split('/node_modules/')
  const inside = parts.map((_, at) => parts.slice(0, parts.length - at).join('/node_modules/'))
  return [...inside.map(below => `${below}/node_modules/${name}`), `node_modules/${name}`]
}

/** Every part of `A AND B` must be allowed, one part of `A OR B`. */
const mayShip = (licence: string | undefined): boolean =>
  licence !== undefined &&
  licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every(part => part.split(' OR ').some(one => allowed.includes(one.trim())))

/** Undefined where the package is for another machine and so not installed on this one. */
function installedLicence(root: string, path: string): string | undefined {
  const file = join(path, 'package.json')
  return existsSync(join(root, file)) ? (read(root, file) as Manifest).license : undefined
}

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  license?: string
}

interface Lock {
  packages: Record<string, LockedPackage>
}

interface LockedPackage {
  dev?: boolean
  license?: string
  optionalDependencies?: Record<string, string>
}

const read = (root: string, file: string): unknown =>
  JSON.parse(readFileSync(join(root, file), 'utf8'))
