import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { momentInWords, timeInWords } from '../../../platform/web/words/moments.ts'
import type { LiveGlass } from '../reach/reach.ts'

/** A page of a case, which says above all else that its reader broke the glass. */
export const underGlass = (page: PageAnswer, glass: LiveGlass | null): PageAnswer =>
  glass === null ? page : { ...page, banners: [...(page.banners ?? []), bannerOf(glass)] }

const bannerOf = ({ brokenAt, endsAt }: LiveGlass) => ({
  label: 'Broken glass',
  urgent: true,
  text: (
    <>
      <strong>
        You broke the glass at {momentInWords(brokenAt)}. It ends at {timeInWords(endsAt)}.
      </strong>{' '}
      You may read and change nothing. Somebody else reviews why you needed it.
    </>
  ),
})
