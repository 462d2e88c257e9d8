import { Tag } from '../../../platform/web/components/tag.tsx'
import type { Sensitivity } from './case.ts'

/** Says that a case is not for the whole team; nothing for an ordinary one. */
export const SensitivityTag = ({ of }: { of: Sensitivity }) => {
  if (of === 'ordinary') return null
  return of === 'restricted' ? (
    <Tag text="Restricted" classes="govuk-tag--yellow" />
  ) : (
    <Tag text="Sealed" classes="govuk-tag--red" />
  )
}
