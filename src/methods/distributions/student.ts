/** Student's t distribution, through the beta distribution. */
import { betaQuantile } from './standard.ts'

/**
 * The t with P(|T| <= t) = level for T with `df` degrees of freedom: if B is the (1-level) quantile of
 * Beta(df/2, 1/2) then t = √(df (1-B)/B) (Johnson, Kotz and Balakrishnan 1995, volume 2, section 28.2).
 */
export const twoSidedT = (level: number, df: number): number => {
  const b = betaQuantile(1 - level, df / 2, 0.5)
  return Math.sqrt((df * (1 - b)) / b)
}
