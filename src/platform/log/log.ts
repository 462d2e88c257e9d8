import type { Clock } from '../clock/clock.ts'

/** What a line may say beside its code. Nothing else can be logged: neither names nor what somebody wrote. */
export interface LogFacts {
  /** Id that the program gave the request. */
  request?: string
  /** HTTP verb. */
  verb?: string
  /** Pattern of the route, never the address. */
  route?: string
  /** HTTP status. */
  status?: number
  /** Milliseconds. */
  ms?: number
  port?: number
  pid?: number
  /** PostgreSQL's code of an error. */
  sqlstate?: string
  constraint?: string
  migration?: string
}

/** A log of codes and ids; codes are explained in docs/operations.md. */
export interface Log {
  info(code: Uppercase<string>, facts?: LogFacts): void
  warn(code: Uppercase<string>, facts?: LogFacts): void
  error(code: Uppercase<string>, facts?: LogFacts): void
}

export interface LogParts {
  clock: Clock
  /** Takes one whole line with its line break. */
  write: (line: string) => void
  /** Short lines for a person at a terminal; JSON for everything else. */
  style: 'json' | 'terminal'
}

/** Writes one line for each call. A fact that does not have the shape of its name is withheld. */
export function openLog({ clock, write, style }: LogParts): Log {
  const line = style === 'json' ? jsonLine : terminalLine
  const at =
    (level: Level) =>
    (code: string, facts: LogFacts = {}) => {
      write(line(level, clock.now().toString({ fractionalSecondDigits: 3 }), safe(code, facts)))
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** Of the facts of a `Broken` those that the log knows by name. */
export function factsOf(facts: Readonly<Record<string, string | number>>): LogFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => shapes.has(name)))
}

type Level = 'info' | 'warn' | 'error'
type Line = Readonly<Record<string, string | number>>

/** The types stop an honest mistake; these stop what came through a cast, and control characters. */
const shapeOf: Record<keyof LogFacts, RegExp> = {
  request: /^[0-9a-zA-Z-]{1,40}$/,
  verb: /^[A-Z]{3,7}$/,
  route: /^[0-9a-zA-Z/:*._-]{1,120}$/,
  status: /^\d{3}$/,
  ms: /^\d{1,9}$/,
  port: /^\d{1,5}$/,
  pid: /^\d{1,9}$/,
  sqlstate: /^[0-9A-Z]{5}$/,
  constraint: /^[a-z0-9_]{1,63}$/,
  migration: /^\d{4}[a-z0-9_]{1,80}$/,
}

const shapes: ReadonlyMap<string, RegExp> = new Map(Object.entries(shapeOf))

const withheld = 'withheld'

function safe(code: string, facts: LogFacts): Line {
  const line: Record<string, string | number> = {
    code: /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : withheld,
  }
  for (const [name, value] of Object.entries(facts as Line)) {
    const shape = shapes.get(name)
    if (shape !== undefined) line[name] = shape.test(String(value)) ? value : withheld
  }
  return line
}

const jsonLine = (level: Level, time: string, line: Line): string =>
  `${JSON.stringify({ time, level, ...line })}\n`

const terminalLine = (level: Level, time: string, { code, ...facts }: Line): string =>
  `${time.slice(11, 19)} ${level === 'info' ? '' : `${level} `}${[code, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ')}\n`
