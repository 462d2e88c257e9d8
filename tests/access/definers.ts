/**
 * The one list of functions that run with the rights of the owner (`security definer`) and so past the
 * row policies: each with who may call it and why it must be one. catalogue.test.ts compares it with the
 * database in both directions, and definers.test.ts calls each that the application may call.
 */
export interface Definer {
  /** The program: the application's role may call it, and it demands a message that the program signed. */
  readonly for: 'the application' | 'the program' | 'the owner' | 'a trigger'
  /** What it does that no row policy could. */
  readonly because: string
}

const application = (because: string): Definer => ({ for: 'the application', because })
const owner = (because: string): Definer => ({ for: 'the owner', because })
const trigger = (because: string): Definer => ({ for: 'a trigger', because })
const program = (because: string): Definer => ({ for: 'the program', because })

export const definers: Readonly<Record<string, Definer>> = {
  'access.accept_invitation': program('sets the first password and codes of somebody invited'),
  'access.add_passkey': program('adds a public key to an account'),
  'access.add_program': application(
    'makes the account of a program, when whoever acts is an administrator',
  ),
  'access.add_team': application('makes a team, when whoever acts is an administrator'),
  'access.add_user': application('makes an account, when whoever acts is an administrator'),
  'access.agree': application(
    'gives what another administrator proposed, after looking at everything again',
  ),
  'access.begin_session': program('makes a session, which no policy lets anybody do'),
  'access.begin_try': program('counts failures of accounts that are not signed in'),
  'access.close_account': application('closes an account, when whoever acts is an administrator'),
  'access.decline': application('decides a proposal, when whoever acts is an administrator'),
  'access.end_own_other_sessions': application(
    'sessions are hidden from the application altogether',
  ),
  'access.end_own_session': application('sessions are hidden from the application altogether'),
  'access.end_own_sessions': application('sessions are hidden from the application altogether'),
  'access.end_posting': application('ends a posting, when whoever acts is an administrator'),
  'access.end_session': application('the token in hand is what allows it, not a context'),
  'access.end_sessions_of': application(
    'ends sessions, which are hidden, when whoever acts is an administrator',
  ),
  'access.end_token': application(
    'ends a token of a program, when whoever acts is an administrator',
  ),
  'access.enter': application('reads postings and leases before there is a context, and signs it'),
  'access.enter_as_part': program('signs that a part of the system acts'),
  'access.federated_user': program('links an account to an identity provider'),
  'access.good_try': program('takes back a failure that was none'),
  'access.in_line': application(
    'compares postings of two people, one of whom may be in another area',
  ),
  'access.invitation_of': application('the token in hand is what allows it, not a context'),
  'access.knows_program': application('keys of the program are hidden; tells whether one is there'),
  'access.open_to_provider': program('lets an invitation be taken up elsewhere, by its code'),
  'access.own_sessions': application('sessions are hidden but for the plain facts of one’s own'),
  'access.passkey_facts': program('reads the public key that recognises somebody'),
  'access.passkeys_of': program('reads which devices somebody has, before a context'),
  'access.principals_of': owner('works out what access.enter() signs'),
  'access.program_says': owner('looks at the keys of the program'),
  'access.program_tokens': application('shows plain facts of tokens to an administrator'),
  'access.propose_admission': application('keeps what an administrator proposes for an agency'),
  'access.propose_invitation': application(
    'makes an invitation that opens nothing yet, when whoever acts is an administrator',
  ),
  'access.propose_opening': application('keeps what an administrator proposes for an account'),
  'access.propose_posting': application(
    'keeps what an administrator proposes for somebody outside the own line',
  ),
  'access.propose_token': application('keeps what an administrator proposes for a program'),
  'access.prove': program('dates the proof of a session'),
  'access.readers': application('reads the key under which the list is signed'),
  'access.register_program': owner('keeps a key of the program'),
  'access.rehash': program('replaces a hash by one of the same password'),
  'access.rotate_context_key': owner('keeps the key that signs contexts'),
  'access.session_of': application('the token in hand is what allows it, not a context'),
  'access.sessions_of': application('shows plain facts of sessions to an administrator'),
  'access.set_code': program('sets the secret of one-time codes'),
  'access.set_password': program('sets a password'),
  'access.set_recovery_codes': program('sets the codes on paper'),
  'access.sign_in_facts': program('reads the hash of a password, before a context'),
  'access.stop_agency': application('stops an agency, when whoever acts is an administrator'),
  'access.use_code': program('uses a one-time code up'),
  'access.use_passkey': program('uses a challenge up'),
  'access.use_recovery_code': program('uses a code on paper up'),
  'access.verified': application('reads the key under which the context is signed'),
  'access.waiting_invitations': application(
    'tells an administrator who was invited and has not come; invitations are hidden',
  ),
  'access.withdraw': application('takes back what whoever acts has proposed'),
  'audit.append': application(
    'nobody may insert into the log but through what names who acts itself',
  ),
  'audit.areas': application('asks itself whether the sequencer acts, which belongs to no area'),
  'audit.newest': application('asks itself whether the sequencer acts, which belongs to no area'),
  'audit.number': application('asks itself whether the sequencer acts, which belongs to no area'),
  'audit.waiting': application('asks itself whether the sequencer acts, which belongs to no area'),
  'casework.acl_of': owner('works out an access list from all that is recorded'),
  'casework.allowed_by': application('compares principals, which are hidden from the application'),
  'casework.am_kept_from_glass': application(
    'counts findings against whoever acts, and when they were last lifted',
  ),
  'casework.ask_export': application('tells others, whose notices the application may not write'),
  'casework.ask_seal': application('looks itself whether whoever acts may change the case'),
  'casework.assign_team': application('moves a case out of the sight of whoever moves it'),
  'casework.block_changed': trigger('writes deny lists, which the application may not'),
  'casework.break_glass': application('opens what whoever acts does not see'),
  'casework.case_lists': trigger('writes access lists, which the application may not'),
  'casework.cases_named': application(
    'finds names by their index, and applies the rule of access itself',
  ),
  'casework.decide_export': application('writes another’s request, and a notice to them'),
  'casework.decide_seal': application('moves a case out of the sight of others'),
  'casework.deny_of': owner('works out a deny list from all that is recorded'),
  'casework.end_share': application('ends a lease, which the application may not change'),
  'casework.glass_tries_left': application('counts one’s own tries under a lock on one’s account'),
  'casework.is_blocked': application('answers a row policy of those who see no case'),
  'casework.kept_from_glass': owner('compares findings against somebody with the limit'),
  'casework.kept_from_glass_here': application('a standards auditor sees no case'),
  'casework.lift_glass': application(
    'keeps a lift, when a standards auditor acts, outside the own line',
  ),
  'casework.may_change': application('answers a row policy without going through the policy again'),
  'casework.may_know': application('answers a row policy that would ask itself in a circle'),
  'casework.may_read': application('answers a row policy without going through the policy again'),
  'casework.may_take_export': application('counts what one took under a lock on one’s account'),
  'casework.people_on': application('looks at the case once instead of once for each person on it'),
  'casework.person_added': trigger('finds blocks that whoever adds does not see'),
  'casework.reach_changed': trigger('writes access lists, which the application may not'),
  'casework.reach_on': application(
    'looks at the case once instead of once for each table of what is on record',
  ),
  'casework.refresh_lists': owner('writes both lists of a case'),
  'casework.review_glass': application('a standards auditor sees no case'),
  'casework.set_sensitivity': application('moves a case out of the sight of others'),
  'casework.share_case': application('makes a lease, which the application may not'),
  'casework.tell_overdue': program('tells standards auditors what is late, when nobody acts'),
  'casework.unjustified': owner('counts findings against somebody'),
  'casework.take_export': application('keeps what was taken, which the application may not write'),
  'oversight.answer_finding': application(
    'keeps an answer, when a standards auditor acts, outside the own line',
  ),
  'oversight.case_with': application('a standards auditor sees no case'),
  'oversight.crowds': application('reads the log alone; row policies would let no index be used'),
  'oversight.entries_about': application(
    'row policies would let no index of a list in the log be used',
  ),
  'oversight.looks_without_a_way': application('a standards auditor sees no case'),
  'oversight.own_searches': application('a standards auditor sees no case'),
  'oversight.reach_back': application('counts entries, which row policies make slow'),
  'oversight.ways': owner('works out what led from a colleague to a case'),
  'platform.applied_migrations': application(
    'tells the names of migration files out of a hidden schema',
  ),
  'platform.deployment_found': application('tells one word out of hidden tables'),
  'platform.keep_for_ended_session': application(
    'keeps words for somebody whose session has run out',
  ),
  'platform.set_setting': application(
    'changes a setting within its limits, when whoever acts is an administrator',
  ),
}
