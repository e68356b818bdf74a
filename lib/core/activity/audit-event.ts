/** What is kept of what people did, by kind. The words for people are in components/activity. */
export const AUDIT_KINDS = [
  "session.begun",
  "session.refused",
  "session.throttled",
  "session.ended",
  "password.changed",
  "password.link_made",
  "token.made",
  "token.revoked",
  "request.denied",
  "person.made",
  "person.disabled",
  "person.enabled",
  "person.admin_given",
  "person.admin_taken",
  "member.invited",
  "member.invitation_revoked",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "assignment.changed",
  "schema.changed",
  "guideline.changed",
  "project.exported",
  "project.trashed",
  "project.restored",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** What else there is to say of an event: short words and numbers, never a text, a token or an address. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;
