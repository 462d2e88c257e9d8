import { z } from 'zod'
import {
  addressForm,
  hasName,
  identifierForm,
  isInOrder,
  nameForm,
  nameMissing,
  outOfOrder,
} from '../../../people/index.ts'
import { isPlain, notPlain } from '../../cases/plain-text.ts'

const day = (field: typeof nameForm.shape.from) =>
  field.nullable().prefault(null).describe('null where it is not known')

const { given, family, ...ofName } = nameForm.shape

/** What a program sends of a name: the fields of the form. */
export const nameSent = z
  .strictObject({
    ...ofName,
    given: given.prefault(''),
    family: family.prefault(''),
    from: day(ofName.from),
    until: day(ofName.until),
  })
  .refine(hasName, nameMissing)
  .refine(isInOrder, outOfOrder)
  .refine(isPlain, notPlain)

/** Likewise of a number. */
export const identifierSent = z.strictObject(identifierForm.shape).refine(isPlain, notPlain)

const { postcode, ...ofAddress } = addressForm.shape

/** Likewise of an address. */
export const addressSent = z
  .strictObject({
    ...ofAddress,
    postcode: postcode.nullable().prefault(null),
    from: day(ofAddress.from),
    until: day(ofAddress.until),
  })
  .refine(isInOrder, outOfOrder)
  .refine(isPlain, notPlain)

/** Whose record it stands on now. */
export const addedJson = z.object({ person: z.uuid() })
