import type { Doing } from './modules/account/index.ts'
import type { Module } from './platform/web/module.ts'

/** What these roles may do, action by action, with the place in the navigation where it begins. */
export const doingsOf = (modules: readonly Module[], roles: readonly string[]): Doing[] =>
  modules.flatMap(({ permissions, navigation }) =>
    Object.entries(permissions).flatMap(([action, { what, who }]) => {
      const which = Object.entries(who).flatMap(([role, words]) =>
        roles.includes(role) ? [words] : [],
      )
      const href = navigation.find(item => item.action === action)?.href ?? null
      return which.length === 0 ? [] : [{ what, which: [...new Set(which)].join('; '), href }]
    }),
  )
