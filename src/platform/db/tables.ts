/**
 * Generated from the schema of the database by tools/table-types.ts; do not edit.
 * Days and moments are ISO strings, as src/platform/db/value-types.ts reads them.
 */
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface AccessAgency {
  area_id: string;
  id: Generated<string>;
  kind: string;
  name: string;
  /**
   * From then on nobody of this agency gets in: one switch, at once.
   */
  stopped_at: string | null;
}

export interface AccessContextKey {
  inner_pad: Buffer;
  is_current: Generated<boolean>;
  outer_pad: Buffer;
}

export interface AccessFederatedIdentity {
  issuer: string;
  linked_at: Generated<string>;
  subject: string;
  user_id: string;
}

export interface AccessForceArea {
  created_at: Generated<string>;
  /**
   * Principal of those who are posted to the whole area; stands on every ordinary case.
   */
  force_wide: Generated<number>;
  id: Generated<string>;
  name: string;
  slug: string;
}

export interface AccessInvitation {
  /**
   * The second administrator, who saw the code. Nobody is let in by what one of the two saw.
   */
  agreed_by: string | null;
  /**
   * HMAC of the code under a key of the program: it cannot be found by trying here.
   */
  code_hash: Buffer | null;
  /**
   * A later invitation took its place, the account was closed, a second administrator did not agree, or too many wrong codes were typed.
   */
  ended_at: string | null;
  ends_at: string;
  id: Generated<string>;
  /**
   * Who invited, and saw the address; null where the command line did.
   */
  invited_by: string | null;
  made_at: Generated<string>;
  /**
   * The code was shown a moment ago: until then whoever showed it may take it up through the identity provider.
   */
  provider_until: string | null;
  token_hash: Buffer;
  used_at: string | null;
  user_id: string;
  wrong_codes: Generated<number>;
}

export interface AccessLease {
  ended_at: string | null;
  from_at: Generated<string>;
  holder_agency: string | null;
  holder_user: string | null;
  id: Generated<string>;
  kind: string;
  principal: Generated<number>;
  until_at: string;
}

export interface AccessOneTimeCode {
  confirmed_at: Generated<string>;
  /**
   * Step of the code that was used last: a code works once, and none before it works again.
   */
  last_step: number;
  /**
   * Encrypted by the program for this account; the database cannot read it.
   */
  secret: Buffer;
  user_id: string;
}

export interface AccessPasskey {
  /**
   * How often the device says it has signed; one that falls back was copied.
   */
  counter: number;
  created_at: Generated<string>;
  credential_id: Buffer;
  id: Generated<string>;
  last_used_at: string | null;
  name: string;
  public_key: Buffer;
  transports: Generated<string[]>;
  user_id: string;
}

export interface AccessPassword {
  changed_at: Generated<string>;
  hash: string;
  user_id: string;
}

export interface AccessPosting {
  /**
   * The second administrator; null where the program made it with the first administrator or the demo.
   */
  agreed_by: string | null;
  /**
   * Reaches every ordinary case of the area instead of those of one team.
   */
  force_wide: Generated<boolean>;
  from_at: Generated<string>;
  id: Generated<string>;
  /**
   * Who gave the posting; null where the program made it with the first administrator or the demo.
   */
  posted_by: string | null;
  role: string;
  team_id: string;
  until_at: string | null;
  user_id: string;
}

export interface AccessProgramKey {
  id: string;
  inner_pad: Buffer;
  outer_pad: Buffer;
  registered_at: Generated<string>;
}

export interface AccessProposal {
  agency_id: string | null;
  area_id: string;
  days: number | null;
  decided_at: string | null;
  decided_by: string | null;
  force_wide: boolean | null;
  id: Generated<string>;
  invitation_id: string | null;
  kind: string;
  lapses_at: Generated<string>;
  /**
   * The half of the token that whoever proposed did not see, to be shown once to whoever agrees. Alone it opens nothing.
   */
  other_half: string | null;
  /**
   * Null while nobody has decided; ended: a later invitation took its place, or the account was closed.
   */
  outcome: string | null;
  proposed_at: Generated<string>;
  proposed_by: string;
  reason: string | null;
  role: string | null;
  team_id: string | null;
  /**
   * Digest of the token of a program that begins when it is agreed to; gone when it is decided.
   */
  token_hash: Buffer | null;
  until_at: string | null;
  /**
   * Whom it is for; null where it lets an agency in again.
   */
  user_id: string | null;
}

export interface AccessRecoveryCode {
  hash: Buffer;
  used_at: string | null;
  user_id: string;
}

export interface AccessRole {
  /**
   * Reaches what is shared with the agency.
   */
  agency_shares: boolean;
  /**
   * May change the cases of its own teams, and those that name this person.
   */
  changes_cases: boolean;
  code: string;
  name: string;
  /**
   * Reaches the cases of the team of the posting, or of the area where the posting is force-wide.
   */
  team_cases: boolean;
}

export interface AccessSession {
  began_at: Generated<string>;
  ended_at: string | null;
  ended_by: string | null;
  ends_at: string;
  id: Generated<string>;
  idle_seconds: number;
  kind: string;
  means: string;
  /**
   * When the holder last showed a second factor; what needs a fresh proof looks at this.
   */
  proven_at: string | null;
  seen_at: Generated<string>;
  token_hash: Buffer;
  user_id: string;
}

export interface AccessSignInFailure {
  /**
   * HMAC of what was typed as the account, or of the address, under a key of the program: neither can be read here.
   */
  bucket: Buffer;
  failures: number;
  last_at: string;
  /**
   * No try before this.
   */
  open_at: string;
}

export interface AccessTeam {
  agency_id: string;
  id: Generated<string>;
  name: string;
  principal: Generated<number>;
}

export interface AccessUsedChallenge {
  ends_at: string;
  hash: Buffer;
}

export interface AccessUserAccount {
  agency_id: string;
  created_at: Generated<string>;
  /**
   * From then on this account gets in nowhere.
   */
  disabled_at: string | null;
  family_name: string;
  given_name: string;
  id: Generated<string>;
  kind: Generated<string>;
  principal: Generated<number>;
}

export interface AccessUserContact {
  email: string;
  /**
   * Without space. Only compared with what this person searches for; the result of the comparison is kept as a code.
   */
  home_postcode: string | null;
  user_id: string;
}

export interface AuditCheckpoint {
  area_id: string;
  note: string;
  number: number;
  /**
   * Roots of the largest whole subtrees, from which the tree grows on.
   */
  range: Buffer;
  signed_at: Generated<string>;
  size: number;
}

export interface AuditEntry {
  /**
   * What let this person reach the record.
   */
  allowed_by: string | null;
  area_id: string;
  /**
   * What was asked for and refused, as it was written in the address.
   */
  asked: string | null;
  /**
   * When the transaction began, by the clock of the database.
   */
  at: Generated<string>;
  case_id: string | null;
  /**
   * The six classes of section 62 of the Data Protection Act 2018.
   */
  class: string;
  /**
   * What the program noticed, such as own-surname.
   */
  codes: Generated<string[]>;
  id: Generated<string>;
  outcome: string;
  person_id: string | null;
  purpose: string | null;
  /**
   * Of a disclosure: the agency or person that received.
   */
  recipient: string | null;
  request_id: string | null;
  session_id: string | null;
  /**
   * Words that were searched, encrypted by the program under the audit key.
   */
  sought: Buffer | null;
  /**
   * Other records that were shown or touched, 50 at most.
   */
  subjects: Generated<string[]>;
  /**
   * Who; null for somebody whom the program did not recognise. No foreign key: the log outlives what it speaks of.
   */
  user_id: string | null;
  /**
   * The action of the permission tables.
   */
  verb: string;
  /**
   * The transaction: entries are numbered when no earlier one is still under way.
   */
  xid: Generated<string>;
}

export interface AuditLeaf {
  area_id: string;
  entry_id: string;
  hash: Buffer;
  index: number;
}

export interface CaseworkBlock {
  blocked_at: Generated<string>;
  blocked_by: Generated<string>;
  case_id: string | null;
  ended_at: string | null;
  id: Generated<string>;
  person_id: string | null;
  user_id: string;
  why: string;
}

export interface CaseworkCase {
  /**
   * Principals that may read, 32 at most in ordinary use.
   */
  acl: Generated<number[]>;
  area_id: Generated<string>;
  closed_on: string | null;
  created_at: Generated<string>;
  created_by: Generated<string | null>;
  /**
   * Principals with a conflict of interest; beats everything.
   */
  deny: Generated<number[]>;
  id: Generated<string>;
  opened_on: string;
  owner_id: string | null;
  /**
   * What people read and say: made by chance, with a check character.
   */
  reference: string;
  /**
   * Ordinary: the team. Restricted: named people only. Sealed: named people only, and nobody else learns that it exists.
   */
  sensitivity: Generated<string>;
  summary: string;
  team_id: string;
  type: string;
  /**
   * Grows with each change, so that nobody overwrites what somebody else has just written.
   */
  version: Generated<number>;
}

export interface CaseworkCasePerson {
  added_at: Generated<string>;
  added_by: Generated<string | null>;
  case_id: string;
  from_on: string;
  id: Generated<string>;
  person_id: string;
  role: string;
  source: string;
  until_on: string | null;
}

export interface CaseworkExportDownload {
  cases: number;
  digest: Buffer;
  id: Generated<string>;
  request_id: string;
  taken_at: Generated<string>;
  taken_by: Generated<string>;
}

export interface CaseworkExportName {
  name: string;
  request_id: string;
  whole: boolean;
}

export interface CaseworkExportRequest {
  agreed: boolean | null;
  area_id: Generated<string>;
  asked_at: Generated<string>;
  asked_by: Generated<string>;
  /**
   * Whether the name of somebody was searched; the name itself stands in export_name.
   */
  by_name: boolean;
  /**
   * How many cases fitted when it was asked, of those that the asker reached.
   */
  counted: number;
  decided_at: string | null;
  decided_by: string | null;
  id: Generated<string>;
  lapses_at: Generated<string>;
  own: boolean;
  purpose: string;
  reason: string | null;
  /**
   * Ordinary cases, or restricted ones that name the asker; never both in one file, and sealed ones in none.
   */
  sensitivity: string;
  state: string;
  team_id: string | null;
  type: string;
  /**
   * Until when the file may be taken; only where somebody agreed.
   */
  until_at: string | null;
  why: string;
}

export interface CaseworkGlass {
  broken_at: Generated<string>;
  case_id: string;
  category: string;
  finding: string | null;
  id: Generated<string>;
  lease_id: string;
  reason: string;
  review: string | null;
  review_by: string;
  reviewed_at: string | null;
  reviewed_by: string | null;
  user_id: Generated<string>;
}

export interface CaseworkGlassLift {
  id: Generated<string>;
  lifted_at: Generated<string>;
  lifted_by: Generated<string>;
  user_id: string;
  why: string;
}

export interface CaseworkNamedPerson {
  case_id: string;
  ended_at: string | null;
  named_at: Generated<string>;
  named_by: Generated<string>;
  user_id: string;
}

export interface CaseworkNotice {
  case_id: string | null;
  export_id: string | null;
  glass_id: string | null;
  id: Generated<string>;
  kind: string;
  seen_at: string | null;
  told_at: Generated<string>;
  user_id: string;
}

export interface CaseworkPurposeGiven {
  case_id: string | null;
  given_at: Generated<string>;
  id: Generated<string>;
  person_id: string | null;
  purpose: string;
  user_id: Generated<string>;
}

export interface CaseworkSealRequest {
  agreed: boolean | null;
  asked_at: Generated<string>;
  asked_by: Generated<string>;
  case_id: string;
  decided_at: string | null;
  decided_by: string | null;
  id: Generated<string>;
  wanted: string;
  why: string;
}

export interface CaseworkShare {
  case_id: string;
  id: Generated<string>;
  lease_id: string;
  legal_basis: string;
  shared_at: Generated<string>;
  shared_by: Generated<string>;
  why: string;
}

export interface InspectionAreaGrade {
  /**
   * Null where the source gives the grade but does not say which area has it.
   */
  area: string | null;
  grade: string;
  position: number;
  scale: string;
  visit_id: string;
}

export interface InspectionConflict {
  about: string;
  one_says: string;
  one_source: string;
  other_says: string;
  /**
   * Empty where the record names the other source in words only.
   */
  other_source: Generated<string>;
  position: number;
  visit_id: string;
}

export interface InspectionForce {
  /**
   * Code of the police force area in the statistics office's register.
   */
  area_code: string;
  country: string;
  name: string;
  position: number;
  region: string;
  /**
   * The name in addresses, as police.uk spells it.
   */
  slug: string;
}

export interface InspectionForceGroup {
  name: string;
  position: number;
  slug: string;
}

export interface InspectionGroupMember {
  force: string;
  force_group: string;
  position: number;
}

export interface InspectionMapping {
  code: string;
  position: number;
  scale: string;
  source_url: string;
  title: string;
  /**
   * The reason for joining the grades so, in words for readers.
   */
  why: string;
}

export interface InspectionMappingGrade {
  grade: string;
  mapping: string;
  scale: string;
  /**
   * counted: the grades whose share is told; rest: what they are told against.
   */
  side: string;
}

export interface InspectionPoint {
  area: string;
  /**
   * Whether it was a recommendation, a cause of concern, an area named for improvement or a concern that inspectors voiced.
   */
  basis: string;
  /**
   * Which visit it belongs to where no publication date is known.
   */
  event: Generated<string>;
  force: string;
  position: number;
  published_from: string | null;
  published_precision: string | null;
  /**
   * When it was published, as the source gives it; null = not found.
   */
  published_text: string | null;
  published_to: string | null;
  source_url: string;
  /**
   * Dated words about progress, as published.
   */
  status: Generated<string>;
  summary: string;
  /**
   * By when inspectors asked for it.
   */
  timescale: string;
}

export interface InspectionResult {
  adequate: number | null;
  assessor: string;
  /**
   * Cases in the sample.
   */
  cases: number | null;
  /**
   * How far the row can be trusted: only published and derived may enter a sum.
   */
  certainty: string;
  good: number | null;
  /**
   * A whole percentage published without a count.
   */
  good_percent: number | null;
  inadequate: number | null;
  /**
   * Cases in the lower grades together, as the record gives them. On three-2014 it holds adequate too; on the other scales requires improvement and inadequate.
   */
  not_good: number | null;
  /**
   * Our own words on the row: checks made, what is missing.
   */
  note: Generated<string>;
  /**
   * Cases to which happened what the note tells: a count of outcomes, not of grades.
   */
  outcomes: number | null;
  position: number;
  requires_improvement: number | null;
  /**
   * What was sampled. Values that start with "all" are whole samples; any other is a part or overlaps: never add the two.
   */
  sample: string;
  /**
   * The grading scale of its own time; null where no grade is known.
   */
  scale: string | null;
  source_url: string;
  visit_id: string;
}

export interface InspectionScale {
  code: string;
  /**
   * What one grade is given to: a case, or an area of the force's work as a whole.
   */
  graded: string;
  /**
   * When the record first shows it: a year, a month or a day, as the source gives it.
   */
  in_use_from: string;
  position: number;
  source_url: string;
  title: string;
}

export interface InspectionScaleGrade {
  grade: string;
  position: number;
  /**
   * 1 is the best grade of the scale.
   */
  rank: number;
  scale: string;
}

export interface InspectionTimescale {
  amount: number | null;
  code: string;
  counted_from: string;
  position: number;
  /**
   * How the due date is counted, in words for readers.
   */
  rule: string;
  source_url: string;
  unit: string;
  /**
   * How far the rule was seen at its source, or that it is our own reading.
   */
  verified: string;
  /**
   * The words of the record: point.timescale uses them.
   */
  words: string;
}

export interface InspectionVisit {
  /**
   * First day that the text may mean; for ordering, never for arithmetic.
   */
  fieldwork_from: string | null;
  /**
   * How exact the text is.
   */
  fieldwork_precision: string | null;
  /**
   * When inspectors were there, as the source gives it; null = not found.
   */
  fieldwork_text: string | null;
  /**
   * Last day that the text may mean.
   */
  fieldwork_to: string | null;
  force: string | null;
  force_group: string | null;
  id: string;
  kind: string;
  position: number;
  /**
   * First day that the text may mean.
   */
  published_from: string | null;
  /**
   * How exact the text is; a due date needs "day".
   */
  published_precision: string | null;
  /**
   * When the report was published, as the source gives it; null = not found.
   */
  published_text: string | null;
  /**
   * Last day that the text may mean.
   */
  published_to: string | null;
  /**
   * The slug of the force or of the group, whichever it is.
   */
  subject: Generated<string>;
}

export interface OversightAnswer {
  /**
   * Whom the rule found: a colleague, or for many-lookers the person whose record it was. No foreign key: as in the log.
   */
  about: string;
  answered_at: Generated<string>;
  answered_by: Generated<string>;
  area_id: Generated<string>;
  id: Generated<string>;
  reason: string;
  rule: string;
  verdict: string;
}

export interface OversightAnsweredEntry {
  answer_id: string;
  entry_id: string;
  rule: string;
}

export interface PeopleAddress {
  from_on: string | null;
  id: Generated<string>;
  lines: string;
  person_id: string;
  /**
   * In capitals, without space.
   */
  postcode: string | null;
  source: string;
  until_on: string | null;
}

export interface PeopleFoundBy {
  family_key: string | null;
  given_key: string | null;
  person_id: string | null;
}

export interface PeopleIdentifier {
  id: Generated<string>;
  kind: string;
  person_id: string;
  source: string;
  value: string;
}

export interface PeopleKnownAs {
  birth_on: string | null;
  birth_precision: string | null;
  family: string | null;
  given: string | null;
  person_id: string | null;
  sex: string | null;
}

export interface PeopleName {
  family: Generated<string>;
  /**
   * The family name as it is searched: without accents and case. Searched with = and ^@ only, which row security lets use the index.
   */
  family_key: string;
  from_on: string | null;
  given: Generated<string>;
  given_key: string;
  id: Generated<string>;
  kind: string;
  person_id: string;
  /**
   * 1 is the name that is shown first.
   */
  position: Generated<number>;
  source: string;
  until_on: string | null;
}

export interface PeoplePerson {
  area_id: Generated<string>;
  /**
   * First day of the month, or of the year, where no more is known.
   */
  birth_on: string | null;
  birth_precision: Generated<string>;
  birth_source: string | null;
  created_at: Generated<string>;
  created_by: Generated<string | null>;
  /**
   * The transaction that made the record: its maker sees it within that transaction alone.
   */
  created_in: Generated<string>;
  /**
   * Principals with a conflict of interest, who see neither this person nor any case of theirs.
   */
  deny: Generated<number[]>;
  id: Generated<string>;
  /**
   * As ISO/IEC 5218 counts: not known, male, female, not specified.
   */
  sex: Generated<string>;
  version: Generated<number>;
}

export interface PeopleShownFirst {
  by_id: Generated<string>;
  from_at: Generated<string>;
  id: Generated<string>;
  name_id: string;
  person_id: string;
  why: string;
}

export interface PlatformDeployment {
  is_only: Generated<boolean>;
  /**
   * demo: all people are invented. real: they are not.
   */
  kind: string;
  made_at: Generated<string>;
}

export interface PlatformDraft {
  fields: Json;
  /**
   * Address of the form's page, without query.
   */
  place: string;
  saved_at: Generated<string>;
  user_id: string;
}

export interface PlatformFormReceipt {
  /**
   * SHA-256 of what was sent, to notice a key that is used for something else.
   */
  digest: Buffer;
  /**
   * Made with the page of the form; the same when it is sent again.
   */
  key: string;
  /**
   * Where the first answer led.
   */
  location: string;
  saved_at: Generated<string>;
  user_id: string;
}

export interface PlatformReferenceFile {
  /**
   * SHA-256 of the file as loaded, in hexadecimal
   */
  digest: string;
  /**
   * Folder below reference/, such as forces
   */
  folder: string;
  /**
   * Terms under which it may be shipped
   */
  licence: string;
  /**
   * When this text was loaded
   */
  loaded_at: Generated<string>;
  /**
   * File in that folder
   */
  path: string;
  /**
   * Who published it, and where
   */
  source: string;
  /**
   * Day on which the source was published or read
   */
  source_date: string;
  /**
   * Version that the file gives itself
   */
  version: string;
}

export interface PlatformSetting {
  least: number;
  most: number;
  name: string;
  unit: string;
  value: number;
  what: string;
}

export interface Tables {
  "access.agency": AccessAgency;
  "access.context_key": AccessContextKey;
  "access.federated_identity": AccessFederatedIdentity;
  "access.force_area": AccessForceArea;
  "access.invitation": AccessInvitation;
  "access.lease": AccessLease;
  "access.one_time_code": AccessOneTimeCode;
  "access.passkey": AccessPasskey;
  "access.password": AccessPassword;
  "access.posting": AccessPosting;
  "access.program_key": AccessProgramKey;
  "access.proposal": AccessProposal;
  "access.recovery_code": AccessRecoveryCode;
  "access.role": AccessRole;
  "access.session": AccessSession;
  "access.sign_in_failure": AccessSignInFailure;
  "access.team": AccessTeam;
  "access.used_challenge": AccessUsedChallenge;
  "access.user_account": AccessUserAccount;
  "access.user_contact": AccessUserContact;
  "audit.checkpoint": AuditCheckpoint;
  "audit.entry": AuditEntry;
  "audit.leaf": AuditLeaf;
  "casework.block": CaseworkBlock;
  "casework.case": CaseworkCase;
  "casework.case_person": CaseworkCasePerson;
  "casework.export_download": CaseworkExportDownload;
  "casework.export_name": CaseworkExportName;
  "casework.export_request": CaseworkExportRequest;
  "casework.glass": CaseworkGlass;
  "casework.glass_lift": CaseworkGlassLift;
  "casework.named_person": CaseworkNamedPerson;
  "casework.notice": CaseworkNotice;
  "casework.purpose_given": CaseworkPurposeGiven;
  "casework.seal_request": CaseworkSealRequest;
  "casework.share": CaseworkShare;
  "inspection.area_grade": InspectionAreaGrade;
  "inspection.conflict": InspectionConflict;
  "inspection.force": InspectionForce;
  "inspection.force_group": InspectionForceGroup;
  "inspection.group_member": InspectionGroupMember;
  "inspection.mapping": InspectionMapping;
  "inspection.mapping_grade": InspectionMappingGrade;
  "inspection.point": InspectionPoint;
  "inspection.result": InspectionResult;
  "inspection.scale": InspectionScale;
  "inspection.scale_grade": InspectionScaleGrade;
  "inspection.timescale": InspectionTimescale;
  "inspection.visit": InspectionVisit;
  "oversight.answer": OversightAnswer;
  "oversight.answered_entry": OversightAnsweredEntry;
  "people.address": PeopleAddress;
  "people.found_by": PeopleFoundBy;
  "people.identifier": PeopleIdentifier;
  "people.known_as": PeopleKnownAs;
  "people.name": PeopleName;
  "people.person": PeoplePerson;
  "people.shown_first": PeopleShownFirst;
  "platform.deployment": PlatformDeployment;
  "platform.draft": PlatformDraft;
  "platform.form_receipt": PlatformFormReceipt;
  "platform.reference_file": PlatformReferenceFile;
  "platform.setting": PlatformSetting;
}
