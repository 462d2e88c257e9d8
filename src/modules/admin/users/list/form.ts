import { z } from 'zod'

/** What the list may be asked for, each with its words. */
export const states = {
  '': 'Any',
  open: 'Open',
  unposted: 'Open, without posting',
  invited: 'Open, invited and not come',
  closed: 'Closed',
  stopped: 'Agency stopped',
} as const

const id = (sentence: string) =>
  z
    .string(sentence)
    .regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, sentence)
    .default('')

/** What may be asked of the list of users; every field may be left out. */
export const usersForm = z.object({
  name: z
    .string('Enter a name or an e-mail address')
    .trim()
    .max(100, 'Enter 100 characters or fewer')
    .default(''),
  agency: id('Choose an agency from the list'),
  role: z
    .string('Choose a role from the list')
    .regex(/^[a-z-]{0,40}$/, 'Choose a role from the list')
    .default(''),
  state: z
    .enum(
      Object.keys(states) as [keyof typeof states, ...(keyof typeof states)[]],
      'Choose a state from the list',
    )
    .default(''),
  after: id('Start again from the first page of the list'),
})

export type UsersForm = z.infer<typeof usersForm>
