/** What row security costs on 1,000,000 cases, against the same predicate written by hand. */
import { asker, familyKeys, type Asker, type Role } from '../million/askers.ts'
import { casesByNameByHand, listOfCasesByHand, pageOfCaseByHand } from '../million/by-hand.ts'
import { openKept } from '../million/kept.ts'
import { casesByName, listOfCases, pageOfCase } from '../million/ours.ts'
import { compared, session, type Pairs, type Work } from '../million/pairs.ts'
import type { Figure, Measured } from '../figure.ts'

interface Question {
  readonly name: string
  readonly what: string
  /** Largest ratio that the bound allows. */
  readonly most: number
  readonly works: (asker: Asker, families: readonly string[]) => Promise<Work[]>
}

const questions: readonly Question[] = [
  {
    name: 'case-list',
    what: 'The list of the newest open cases',
    most: 1.3,
    works: asker =>
      worded(Array.from({ length: 80 }), async () => ({
        ours: await listOfCases(),
        byHand: listOfCasesByHand(asker),
      })),
  },
  {
    name: 'name-search-exact',
    what: 'Cases by the whole name of somebody on them',
    most: 1.3,
    works: (asker, families) => worded(families, key => byName(asker, key, true)),
  },
  {
    name: 'name-search-prefix',
    what: 'Cases by how the name of somebody on them begins',
    most: 1.3,
    works: (asker, families) => worded(families, key => byName(asker, key.slice(0, 6), false)),
  },
  {
    name: 'case-page',
    what: 'The three queries of the page of a case',
    most: 1.6,
    works: asker =>
      worded(asker.cases, async one => ({
        ours: await pageOfCase(one),
        byHand: pageOfCaseByHand(asker, one),
      })),
  },
]

const byName = async (asker: Asker, key: string, whole: boolean): Promise<Work> => ({
  ours: await casesByName(key, whole),
  byHand: casesByNameByHand(asker, key, whole),
})

const worded = <T>(of: readonly T[], work: (one: T) => Promise<Work>): Promise<Work[]> =>
  Promise.all(of.map(work))

const roles: readonly Role[] = ['officer', 'force-wide']

export const rowSecurity: readonly Figure[] = questions.map(question => ({
  name: question.name,
  what: `${question.what} on 1,000,000 cases, with row policies against the same predicate by hand, as an officer and as a force-wide role`,
  must: `<= ${question.most} times (p50)`,
  measure: () => measured(question),
}))

async function measured({ works, most }: Question): Promise<Measured> {
  await using kept = await openKept()
  const sides = { app: await session(kept.app), superuser: await session(kept.superuser) }
  try {
    const families = await familyKeys(sides.superuser)
    const taken: { role: Role; pairs: Pairs }[] = []
    for (const role of roles) {
      const who = await asker(sides.superuser, role)
      taken.push({ role, pairs: await compared(sides, who, await works(who, families)) })
    }
    const notes = kept.made === null ? [] : [`The rows were made in ${kept.made.toFixed(0)} s.`]
    return resultOf(taken, most, notes)
  } finally {
    await sides.app.end()
    await sides.superuser.end()
  }
}

/** The role for which the ratio is higher stands in the table. */
function resultOf(
  taken: readonly { role: Role; pairs: Pairs }[],
  most: number,
  notes: readonly string[],
): Measured {
  const [worse] = taken.toSorted((a, b) => b.pairs.ratio.whole - a.pairs.ratio.whole)
  if (worse === undefined) throw new Error('Nothing was compared.')
  const { ours, byHand, ratio } = worse.pairs
  return {
    is: 'measured',
    value: ours.whole,
    baseline: byHand.whole,
    unit: 'ms',
    ratio: ratio.whole,
    met: ratio.whole <= most,
    notes: [
      ...taken.map(inWords),
      'Both sides are one transaction in which the session is looked up and what it reaches: signed by access.enter() and checked by the policies, or answered to a program that puts it into each statement, as a role without row security. The same rows in the same order, or the figure fails.',
      ...notes,
    ],
  }
}

const inWords = ({
  role,
  pairs: { ours, byHand, ratio, rows, pairs },
}: {
  role: Role
  pairs: Pairs
}) =>
  `${role}: ${ours.whole.toFixed(2)} against ${byHand.whole.toFixed(2)} ms, ${ratio.whole.toFixed(2)} times; the statements alone ${ours.statements.toFixed(2)} against ${byHand.statements.toFixed(2)} ms, ${ratio.statements.toFixed(2)} times; ${rows} rows (medians of ${pairs} pairs).`
