import { ErrorSummary } from '../components/error-summary.tsx'
import type { FieldError } from '../form.ts'

/** What is wrong with a form, each sentence with a link to its field; nothing when nothing is wrong. */
export const summaryOf = (errors: readonly FieldError[]) =>
  errors.length > 0 && (
    <ErrorSummary
      title="There is a problem"
      errors={errors.map(({ field, sentence }) => ({
        text: sentence,
        href: field === '' ? undefined : `#${idOf(field)}`,
      }))}
    />
  )

/** Fields that are never kept begin with a stroke; their ids do not. */
const idOf = (field: string): string => field.replace(/^_/, '')
