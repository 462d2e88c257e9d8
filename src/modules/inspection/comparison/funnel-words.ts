import { listInWords } from '../../../platform/web/words/numbers.ts'
import type { Funnel, Place } from './funnel.ts'

/** What there is to see: who is inside the limits and who is not, by name. */
export function seen({ places }: Funnel): string {
  const named = (position: Place['position']) =>
    places.filter(place => place.position === position).map(({ force }) => force.name)
  const [far, outside] = [named('outside 99.8%'), named('outside 95%')]
  const inside = named('inside').length
  const parts = [
    `${inside} of ${places.length} forces are inside the 95% limits`,
    outside.length > 0 ? `outside the 95% limits: ${listInWords(outside)}` : '',
    far.length > 0
      ? `outside the 99.8% limits: ${listInWords(far)}`
      : 'none is outside the 99.8% limits',
  ]
  return `${parts.filter(part => part !== '').join('; ')}.`
}

/** The method, and how many flags chance alone would raise. */
export const chance = ({ expectedOutside: { at95, at998 }, places }: Funnel): string =>
  `Exact binomial limits (Spiegelhalter 2005) around the joint share. If all ${places.length} forces were alike, chance alone would put about ${at95.toFixed(2)} of them outside the 95% limits and ${at998.toFixed(3)} outside the 99.8% limits.`

/** Limits for chance alone flag too many where the places differ among themselves. */
export function together({ dispersion, widened }: Funnel): string {
  if (dispersion.is !== 'calculated') return dispersion.reason
  const { phiRaw, chance: byChance } = dispersion.estimate
  const spread = `Taken together the squared distances from the joint share average ${phiRaw.toFixed(1)}, where chance alone gives about 1.`
  return byChance < 0.05
    ? `${spread} Chance alone would give as much in about ${Math.max(1, Math.round(byChance * 1000))} of 1,000 such sets, so these forces, or the cases chosen from them, differ by more than chance and the limits flag too readily. ${widenedWords(widened)}`
    : `${spread} Chance alone would give as much in about ${Math.round(byChance * 100)} of 100 such sets, so there is no sign that the limits are too narrow.`
}

const widenedWords = (outside: Funnel['widened']): string =>
  `With 95% limits widened by that spread (additive τ², Spiegelhalter 2005), ${outside.length === 0 ? 'no force is outside' : `outside: ${listInWords(outside.map(({ name }) => name))}`}.`
