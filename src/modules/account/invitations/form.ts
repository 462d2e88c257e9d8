import { z } from 'zod'
import { readHandedCode, type HandedCode } from '../../../platform/sessions/handed-code.ts'
import { firstCodeField } from '../one-time-codes/form.ts'
import { bothAreTheSame, newPasswordFields } from '../passwords/form.ts'

const form = 'Enter the 8 letters and digits of the code that was handed to you'

/** The code of the invitation. One that cannot be any counts as no try. */
const handed = z.string(form).transform((typed, context): HandedCode => {
  const code = readHandedCode(typed)
  if (code !== null) return code
  context.addIssue({ code: 'custom', message: form })
  return z.NEVER
})

export const providerForm = z.object({ handed })

const account = { ...newPasswordFields, _code: firstCodeField }
const same = ({ _new, _again }: { _new: string; _again: string }) => _new === _again

/** Taking an invitation up, with a code or, where none is needed, without. */
export const invitationForms = {
  byCode: z.object({ handed, ...account }).refine(same, bothAreTheSame),
  byAddress: z
    .object(account)
    .refine(same, bothAreTheSame)
    .transform(value => ({ ...value, handed: null })),
}

/** What is said of a code of the right form that is not the one. */
export const otherHandedCode = {
  field: 'handed',
  sentence:
    'That is not the code of this invitation. After a few wrong codes it ends, and you need a new one.',
}
