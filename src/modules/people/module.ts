import type { Module } from '../../platform/web/module.ts'

/** People: the record of a person. Its pages belong to the cases through which a person is seen. */
export const peopleModule = (): Module => ({
  name: 'people',
  permissions: {},
  navigation: [],
  routes: () => undefined,
  referenceLoaders: [],
})
