import type { Figure } from './figure.ts'
import { auditCheckpoint } from './figures/audit-checkpoint.ts'
import { auditBatches, auditSingles } from './figures/audit-rates.ts'
import { auditVerify } from './figures/audit-verify.ts'
import { casePageCpu } from './figures/case-page-cpu.ts'
import { createCase } from './figures/create-case.ts'
import { funnelChart } from './figures/funnel-chart.ts'
import { hiddenOrAbsent } from './figures/hidden-or-absent.ts'
import { overload } from './figures/overload.ts'
import { programmeHttp } from './figures/programme-http.ts'
import { referenceCases } from './figures/reference-cases.ts'
import { renderProgramme } from './figures/render-programme.ts'
import { revocation } from './figures/revocation.ts'
import { rowSecurity } from './figures/row-security.ts'
import { firstStart, secondStart } from './figures/starts.ts'

/** Every figure that we claim, in the order in which they are measured. */
export const figures: readonly Figure[] = [
  firstStart,
  secondStart,
  renderProgramme,
  programmeHttp,
  funnelChart,
  referenceCases,
  ...rowSecurity,
  casePageCpu,
  createCase,
  revocation,
  hiddenOrAbsent,
  overload,
  auditBatches,
  auditSingles,
  auditCheckpoint,
  auditVerify,
]
