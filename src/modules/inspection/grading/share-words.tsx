import { wilson } from '../../../methods/intervals/wilson.ts'
import { percent, percentInterval } from '../../../platform/web/words/numbers.ts'

/** A share with everything that makes it honest: the count, the percentage and its 95% interval. */
export const ShareWords = ({ count, of }: { count: number; of: number }) => {
  const share = wilson({ x: count, n: of, level: 0.95 })
  if (share.is !== 'calculated') return String(count)
  const { low, high } = share.interval
  return (
    <>
      {`${count} (${percent(share.estimate)}) `}
      <span class="turnstone-share__interval">{percentInterval(low, high)}</span>
    </>
  )
}
