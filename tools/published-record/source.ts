/** The three source files as they were handed over, and their rows by column. */
import { parse } from 'csv-parse/sync'

export interface SourceTexts {
  /** `forces.csv` */
  forces: string
  /** `force_inspections.csv` */
  inspections: string
  /** `force_recommendations.csv` */
  recommendations: string
}

const forceColumns = [
  'force',
  'country',
  'region',
  'ons_police_force_area_code',
  'officers_fte_2025_03_31',
  'population_0_17',
  'police_force_url_slug',
  'officers_source_url',
] as const

const inspectionColumns = [
  'force',
  'kind',
  'fieldwork_date',
  'publication_date',
  'cases_total',
  'good',
  'adequate',
  'requires_improvement',
  'inadequate',
  'not_good_combined',
  'good_pct_published',
  'area_judgements',
  'case_type',
  'assessor',
  'scale',
  'source_url',
  'certainty',
  'notes',
] as const

const recommendationColumns = [
  'force',
  'publication_date',
  'event_if_undated',
  'timescale',
  'summary',
  'area',
  'basis',
  'published_status',
  'source_url',
] as const

export type SourceForce = Record<(typeof forceColumns)[number], string>
export type SourceInspection = Record<(typeof inspectionColumns)[number], string>
export type SourceRecommendation = Record<(typeof recommendationColumns)[number], string>

/** The rows of the sources; a file with other columns is an error, since a column would be lost. */
export const sourceRows = (texts: SourceTexts) => ({
  forces: rowsOf(texts.forces, forceColumns),
  inspections: rowsOf(texts.inspections, inspectionColumns),
  recommendations: rowsOf(texts.recommendations, recommendationColumns),
})

function rowsOf<Column extends string>(
  text: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const [header = [], ...rows] = parse(text)
  if (header.join() !== columns.join()) {
    throw new Error(
      `The source has the columns ${header.join(', ')}; expected ${columns.join(', ')}.`,
    )
  }
  return rows.map(
    row =>
      Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''])) as Record<
        Column,
        string
      >,
  )
}
