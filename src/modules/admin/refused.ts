import type { Saved } from '../../platform/web/forms/saved.ts'

/** The form is shown again with this sentence. */
export const refused = (sentence: string, field = ''): Saved => ({
  is: 'wrong',
  errors: [{ field, sentence }],
})

/** Why only another administrator may do it. */
export const another = {
  oneself: 'This is your own account: another administrator must do it',
  'own line': 'You and this person work in one line: another administrator must do it',
  'own proposal': 'You proposed this yourself: another administrator must decide it',
  'own agency': 'This is your own agency: an administrator of another must do it',
} as const

/** Only another administrator may: told on the form, and kept by the audit log as refused. */
export const leftToAnother = (asked: string, why: keyof typeof another): Saved => ({
  is: 'refused',
  asked,
  errors: [{ field: '', sentence: another[why] }],
})
