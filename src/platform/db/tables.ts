/**
 * Generated from the schema of the database by tools/table-types.ts; do not edit.
 * Days and moments are ISO strings, as src/platform/db/value-types.ts reads them.
 */
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export interface InspectionAreaGrade {
  /**
   * Null where the source gives the grade but does not say which area has it.
   */
  area: string | null;
  grade: string;
  position: number;
  scale: string;
  visit_id: string;
}

export interface InspectionConflict {
  about: string;
  one_says: string;
  one_source: string;
  other_says: string;
  /**
   * Empty where the record names the other source in words only.
   */
  other_source: Generated<string>;
  position: number;
  visit_id: string;
}

export interface InspectionForce {
  /**
   * Code of the police force area in the statistics office's register.
   */
  area_code: string;
  country: string;
  name: string;
  position: number;
  region: string;
  /**
   * The name in addresses, as police.uk spells it.
   */
  slug: string;
}

export interface InspectionForceGroup {
  name: string;
  position: number;
  slug: string;
}

export interface InspectionGroupMember {
  force: string;
  force_group: string;
  position: number;
}

export interface InspectionMapping {
  code: string;
  position: number;
  scale: string;
  source_url: string;
  title: string;
  /**
   * The reason for joining the grades so, in words for readers.
   */
  why: string;
}

export interface InspectionMappingGrade {
  grade: string;
  mapping: string;
  scale: string;
  /**
   * counted: the grades whose share is told; rest: what they are told against.
   */
  side: string;
}

export interface InspectionPoint {
  area: string;
  /**
   * Whether it was a recommendation, a cause of concern, an area named for improvement or a concern that inspectors voiced.
   */
  basis: string;
  /**
   * Which visit it belongs to where no publication date is known.
   */
  event: Generated<string>;
  force: string;
  position: number;
  published_from: string | null;
  published_precision: string | null;
  /**
   * When it was published, as the source gives it; null = not found.
   */
  published_text: string | null;
  published_to: string | null;
  source_url: string;
  /**
   * Dated words about progress, as published.
   */
  status: Generated<string>;
  summary: string;
  /**
   * By when inspectors asked for it.
   */
  timescale: string;
}

export interface InspectionResult {
  adequate: number | null;
  assessor: string;
  /**
   * Cases in the sample.
   */
  cases: number | null;
  /**
   * How far the row can be trusted: only published and derived may enter a sum.
   */
  certainty: string;
  good: number | null;
  /**
   * A whole percentage published without a count.
   */
  good_percent: number | null;
  inadequate: number | null;
  /**
   * Cases in the lower grades together, as the record gives them. On three-2014 it holds adequate too; on the other scales requires improvement and inadequate.
   */
  not_good: number | null;
  /**
   * Our own words on the row: checks made, what is missing.
   */
  note: Generated<string>;
  /**
   * Cases to which happened what the note tells: a count of outcomes, not of grades.
   */
  outcomes: number | null;
  position: number;
  requires_improvement: number | null;
  /**
   * What was sampled. Values that start with "all" are whole samples; any other is a part or overlaps: never add the two.
   */
  sample: string;
  /**
   * The grading scale of its own time; null where no grade is known.
   */
  scale: string | null;
  source_url: string;
  visit_id: string;
}

export interface InspectionScale {
  code: string;
  /**
   * What one grade is given to: a case, or an area of the force's work as a whole.
   */
  graded: string;
  /**
   * When the record first shows it: a year, a month or a day, as the source gives it.
   */
  in_use_from: string;
  position: number;
  source_url: string;
  title: string;
}

export interface InspectionScaleGrade {
  grade: string;
  position: number;
  /**
   * 1 is the best grade of the scale.
   */
  rank: number;
  scale: string;
}

export interface InspectionTimescale {
  amount: number | null;
  code: string;
  counted_from: string;
  position: number;
  /**
   * How the due date is counted, in words for readers.
   */
  rule: string;
  source_url: string;
  unit: string;
  /**
   * How far the rule was seen at its source, or that it is our own reading.
   */
  verified: string;
  /**
   * The words of the record: point.timescale uses them.
   */
  words: string;
}

export interface InspectionVisit {
  /**
   * First day that the text may mean; for ordering, never for arithmetic.
   */
  fieldwork_from: string | null;
  /**
   * How exact the text is.
   */
  fieldwork_precision: string | null;
  /**
   * When inspectors were there, as the source gives it; null = not found.
   */
  fieldwork_text: string | null;
  /**
   * Last day that the text may mean.
   */
  fieldwork_to: string | null;
  force: string | null;
  force_group: string | null;
  id: string;
  kind: string;
  position: number;
  /**
   * First day that the text may mean.
   */
  published_from: string | null;
  /**
   * How exact the text is; a due date needs "day".
   */
  published_precision: string | null;
  /**
   * When the report was published, as the source gives it; null = not found.
   */
  published_text: string | null;
  /**
   * Last day that the text may mean.
   */
  published_to: string | null;
  /**
   * The slug of the force or of the group, whichever it is.
   */
  subject: Generated<string>;
}

export interface PlatformReferenceFile {
  /**
   * SHA-256 of the file as loaded, in hexadecimal
   */
  digest: string;
  /**
   * Folder below reference/, such as forces
   */
  folder: string;
  /**
   * Terms under which it may be shipped
   */
  licence: string;
  /**
   * When this text was loaded
   */
  loaded_at: Generated<string>;
  /**
   * File in that folder
   */
  path: string;
  /**
   * Who published it, and where
   */
  source: string;
  /**
   * Day on which the source was published or read
   */
  source_date: string;
  /**
   * Version that the file gives itself
   */
  version: string;
}

export interface Tables {
  "inspection.area_grade": InspectionAreaGrade;
  "inspection.conflict": InspectionConflict;
  "inspection.force": InspectionForce;
  "inspection.force_group": InspectionForceGroup;
  "inspection.group_member": InspectionGroupMember;
  "inspection.mapping": InspectionMapping;
  "inspection.mapping_grade": InspectionMappingGrade;
  "inspection.point": InspectionPoint;
  "inspection.result": InspectionResult;
  "inspection.scale": InspectionScale;
  "inspection.scale_grade": InspectionScaleGrade;
  "inspection.timescale": InspectionTimescale;
  "inspection.visit": InspectionVisit;
  "platform.reference_file": PlatformReferenceFile;
}
