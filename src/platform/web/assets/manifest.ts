/**
 * The addresses of the files that every page links to. Their names carry a hash of their contents, so
 * a browser may keep them for ever; the build writes which name is which.
 */
import { readFileSync } from 'node:fs'

/** The addresses of Turnstone's own files, each below `/assets/`. */
export interface Assets {
  readonly style: string
  readonly script: string
  readonly mark: string
  readonly favicon: string
  readonly touchIcon: string
  readonly textFont: string
  readonly boldFont: string
}

/** Logical names, as the build's manifest lists them. */
const logicalNames: Assets = {
  style: 'turnstone.css',
  script: 'turnstone.js',
  mark: 'mark.svg',
  favicon: 'favicon.svg',
  touchIcon: 'touch-icon.png',
  textFont: 'atkinson-hyperlegible-next-latin-400-normal.woff2',
  boldFont: 'atkinson-hyperlegible-next-latin-700-normal.woff2',
}

/** The addresses without a build: enough to render a page in a test. */
export const unbuiltAssets: Assets = addresses({})

/** Reads the manifest once; without a build every file goes by its logical name. */
export function readAssets(manifestPath: string): Assets {
  const manifest: unknown = JSON.parse(textOf(manifestPath) ?? '{}')
  return addresses(manifest as Readonly<Record<string, string>>)
}

function addresses(hashed: Readonly<Record<string, string>>): Assets {
  const address = (name: string) => `/assets/${hashed[name] ?? name}`
  return {
    style: address(logicalNames.style),
    script: address(logicalNames.script),
    mark: address(logicalNames.mark),
    favicon: address(logicalNames.favicon),
    touchIcon: address(logicalNames.touchIcon),
    textFont: address(logicalNames.textFont),
    boldFont: address(logicalNames.boldFont),
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
