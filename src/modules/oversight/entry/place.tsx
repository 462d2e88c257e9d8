import { momentToTheSecond } from '../entries/moment.ts'
import { withThousands } from '../../../platform/web/words/numbers.ts'
import { Id } from './facts.tsx'
import type { WholeEntry } from './queries.ts'

/** Where an entry stands in the tree, who vouches for it, and how anybody can check it. */
export const Place = ({ entry }: { entry: WholeEntry }) =>
  entry.index === null ? (
    <p class="govuk-body">
      It has no place in the tree yet. Entries get theirs within a second or so, once no transaction
      of before is still under way.
    </p>
  ) : (
    <>
      <p class="govuk-body">
        Entry {withThousands(entry.index)} of the log of {entry.area}, counted from 0. Leaf hash{' '}
        <Id id={entry.leaf ?? ''} />.
      </p>
      <p class="govuk-body">{vouched(entry)}</p>
      <p class="govuk-body">
        Whoever runs the machine checks that it is still what was recorded, with the command
      </p>
      <p class="govuk-body">
        <code class="turnstone-log__id">{`npm run turnstone -- audit verify --from ${entry.index} --to ${entry.index}`}</code>
      </p>
    </>
  )

const vouched = ({ checkpoint, checkpointSize, signedAt }: WholeEntry): string =>
  checkpoint === null || checkpointSize === null || signedAt === null
    ? 'No signed checkpoint covers it.'
    : `Checkpoint ${withThousands(checkpoint)}, signed ${momentToTheSecond(signedAt)} over ${withThousands(checkpointSize)} entries, covers it.`
