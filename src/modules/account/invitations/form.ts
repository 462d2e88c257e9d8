import { z } from 'zod'
import { firstCodeField } from '../one-time-codes/form.ts'
import { bothAreTheSame, newPasswordFields } from '../passwords/form.ts'

/** Taking an invitation up. */
export const invitationForm = z
  .object({ ...newPasswordFields, _code: firstCodeField })
  .refine(({ _new, _again }) => _new === _again, bothAreTheSame)
