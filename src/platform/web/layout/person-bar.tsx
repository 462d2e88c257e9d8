/** Who is signed in, with the ways to their own account and notices and out. */
import { standing, type SignedIn } from './signed-in.ts'

export const PersonBar = ({ person }: { readonly person: SignedIn }) => (
  <nav class="turnstone-person" aria-label="Your account">
    <div class="turnstone-person__who">
      <a class="turnstone-header__link" href="/account">
        {person.name}
      </a>
      <span class="turnstone-person__standing">{standing(person)}</span>
    </div>
    {person.notices !== null && (
      <a class="turnstone-header__link" href="/inbox">
        Notices
        {person.notices > 0 && (
          <>
            <strong class="turnstone-person__count"> {person.notices}</strong>
            <span class="govuk-visually-hidden"> not seen yet</span>
          </>
        )}
      </a>
    )}
    <form method="post" action="/sign-out" class="turnstone-person__out" data-sign-out>
      {Object.entries(person.signOut).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class="turnstone-header__link turnstone-person__button">Sign out</button>
    </form>
  </nav>
)

/** Shown on paper alone, where nothing else says who took the page away. */
export const PrintedBy = ({ person }: { readonly person: SignedIn }) => (
  <p class="turnstone-printed">
    {`Printed by ${person.name}, ${standing(person)}. Shown at ${person.shownAt}.`}
  </p>
)
