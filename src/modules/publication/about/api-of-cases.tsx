/** What programs of partners may do with cases, and what they may not. */
export const ApiOfCases = () => (
  <>
    <h2 class="govuk-heading-m">Cases and people, with a token</h2>
    <p class="govuk-body">
      A program of a partner may keep its own records in step with cases here: open, list, read and
      change them, put people on them, and add names, numbers and addresses. Administrators give its
      token. It reaches what its holder reaches, and each request stands in the audit log.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Whatever writes carries an <code>Idempotency-Key</code>: sent again with the same one, it
        has its effect once.
      </li>
      <li>
        Whatever changes a record carries the <code>version</code> that was read. Where it is not
        the newest, the answer is 409 with what is on record now and what was sent, and nothing is
        written.
      </li>
      <li>
        Where people of the same names are on record, the answer is 409 with those whom the program
        may see, until it says who is meant.
      </li>
      <li>
        Restricting, sealing, sharing, naming, blocking, giving a case to another team, exporting
        and breaking the glass are for people who sign in here, not for programs.
      </li>
    </ul>
  </>
)
