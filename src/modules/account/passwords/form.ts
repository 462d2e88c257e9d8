import { z } from 'zod'

const typed = (sentence: string) => z.string(sentence).min(1, sentence).max(1000, sentence)

/** A new password, typed twice. What makes it acceptable, acceptable.ts says. */
export const newPasswordFields = {
  _new: typed('Enter the new password'),
  _again: typed('Enter the new password again'),
}

/** The rule that both are the same, told at the second. */
export const bothAreTheSame = {
  path: ['_again'],
  message: 'The new password was not the same both times',
}

export const passwordForm = z
  .object({ _old: typed('Enter your password of now'), ...newPasswordFields })
  .refine(({ _new, _again }) => _new === _again, bothAreTheSame)
