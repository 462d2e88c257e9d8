import type { Reader } from '../../../platform/db/door.ts'
import type { NationalFigure, NationalKind } from './national.ts'
import { readProgramme, visitsIn } from './read.ts'

/** The few figures that a first page needs: how large the record is, and the national totals. */
export interface Headlines {
  forces: { slug: string; name: string }[]
  visits: number
  totals: Record<NationalKind, NationalFigure | null>
}

export async function readHeadlines(tx: Reader): Promise<Headlines> {
  const { rows, national, graded } = await readProgramme(tx)
  const total = (kind: NationalKind) =>
    national.find(figure => figure.kind === kind && figure.year === null) ?? null
  return {
    forces: rows.map(({ force: { slug, name } }) => ({ slug, name })),
    visits: visitsIn(graded),
    totals: {
      inspection: total('inspection'),
      'post-inspection review': total('post-inspection review'),
    },
  }
}
