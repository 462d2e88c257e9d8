import type { NewRow } from './queries.ts'

/** What the demonstration adds to the database, in the words of its tables. */

export type ForceArea = NewRow<'access.force_area', 'id' | 'slug' | 'name'>
export type Agency = NewRow<'access.agency', 'id' | 'area_id' | 'name' | 'kind'>
export type Team = NewRow<'access.team', 'id' | 'agency_id' | 'name'>
export type User = NewRow<
  'access.user_account',
  'id' | 'agency_id' | 'given_name' | 'family_name' | 'disabled_at' | 'created_at'
>
export type Contact = NewRow<'access.user_contact', 'user_id' | 'email' | 'home_postcode'>
export type Posting = NewRow<
  'access.posting',
  | 'id'
  | 'user_id'
  | 'team_id'
  | 'role'
  | 'force_wide'
  | 'from_at'
  | 'until_at'
  | 'posted_by'
  | 'agreed_by'
>
export type Proposal = NewRow<
  'access.proposal',
  | 'id'
  | 'area_id'
  | 'kind'
  | 'user_id'
  | 'team_id'
  | 'role'
  | 'force_wide'
  | 'until_at'
  | 'proposed_by'
  | 'proposed_at'
  | 'lapses_at'
>
export type Lease = NewRow<
  'access.lease',
  'id' | 'kind' | 'holder_user' | 'holder_agency' | 'from_at' | 'until_at' | 'ended_at'
>
export type Person = NewRow<
  'people.person',
  | 'id'
  | 'area_id'
  | 'birth_on'
  | 'birth_precision'
  | 'birth_source'
  | 'sex'
  | 'created_by'
  | 'created_at'
>
export type PersonName = NewRow<
  'people.name',
  | 'id'
  | 'person_id'
  | 'position'
  | 'kind'
  | 'given'
  | 'family'
  | 'given_key'
  | 'family_key'
  | 'from_on'
  | 'until_on'
  | 'source'
>
export type Identifier = NewRow<
  'people.identifier',
  'id' | 'person_id' | 'kind' | 'value' | 'source'
>
export type Address = NewRow<
  'people.address',
  'id' | 'person_id' | 'lines' | 'postcode' | 'from_on' | 'until_on' | 'source'
>
export type Case = NewRow<
  'casework.case',
  | 'id'
  | 'reference'
  | 'area_id'
  | 'team_id'
  | 'owner_id'
  | 'type'
  | 'summary'
  | 'sensitivity'
  | 'opened_on'
  | 'closed_on'
  | 'created_by'
  | 'created_at'
>
export type CasePerson = NewRow<
  'casework.case_person',
  'id' | 'case_id' | 'person_id' | 'role' | 'source' | 'from_on' | 'added_by' | 'added_at'
>
export type NamedPerson = NewRow<
  'casework.named_person',
  'case_id' | 'user_id' | 'named_by' | 'named_at'
>
export type Share = NewRow<
  'casework.share',
  'id' | 'case_id' | 'lease_id' | 'legal_basis' | 'why' | 'shared_by' | 'shared_at'
>
export type Block = NewRow<
  'casework.block',
  'id' | 'case_id' | 'person_id' | 'user_id' | 'why' | 'blocked_by' | 'blocked_at'
>
export type Glass = NewRow<
  'casework.glass',
  | 'id'
  | 'case_id'
  | 'lease_id'
  | 'user_id'
  | 'category'
  | 'reason'
  | 'broken_at'
  | 'review_by'
  | 'reviewed_by'
  | 'reviewed_at'
  | 'finding'
  | 'review'
>
export type Notice = NewRow<
  'casework.notice',
  'id' | 'user_id' | 'kind' | 'case_id' | 'glass_id' | 'told_at' | 'seen_at'
>
export type ExportRequest = NewRow<
  'casework.export_request',
  | 'id'
  | 'area_id'
  | 'state'
  | 'type'
  | 'team_id'
  | 'sensitivity'
  | 'own'
  | 'by_name'
  | 'purpose'
  | 'why'
  | 'counted'
  | 'asked_by'
  | 'asked_at'
  | 'lapses_at'
  | 'decided_by'
  | 'decided_at'
  | 'agreed'
  | 'until_at'
>
export type ExportNotice = NewRow<
  'casework.notice',
  'id' | 'user_id' | 'kind' | 'export_id' | 'told_at'
>
export type SealRequest = NewRow<
  'casework.seal_request',
  'id' | 'case_id' | 'wanted' | 'why' | 'asked_by' | 'asked_at'
>
export type Entry = NewRow<
  'audit.entry',
  | 'id'
  | 'area_id'
  | 'at'
  | 'class'
  | 'verb'
  | 'outcome'
  | 'user_id'
  | 'session_id'
  | 'request_id'
  | 'case_id'
  | 'person_id'
  | 'subjects'
  | 'asked'
  | 'allowed_by'
  | 'recipient'
  | 'codes'
>
