import type { ErrorCode } from "@/lib/core/errors";

/** What people read when a request fails and nothing more exact is known: what happened, and what to do. */
export const ERROR_MESSAGES: Readonly<Record<ErrorCode, string>> = {
  malformed_json: "The request is not valid JSON.",
  malformed_cursor: "This is not a place in the stream. Send the id of an event as it was received.",
  invalid: "Some of what was sent is not valid.",
  unauthenticated: "You are not signed in, or your session has ended. Sign in and try again.",
  forbidden: "You do not have the right to do this.",
  bad_origin:
    "The request came from another site and was refused. Open Triptych at its own address and try again.",
  not_found: "There is nothing here, or it is not yours to see.",
  conflict: "This does not fit the current state. Reload and look again.",
  already_exists: "This already exists.",
  not_empty: "This is not empty.",
  gone: "This is no longer available. Reload to get the current state.",
  cursor_too_old:
    "The stream cannot be taken up from there. Read the sets anew, then follow from where they stand.",
  stale_version: "Somebody has changed this since you opened it. Reload, then make your change again.",
  version_required: "Say which version you are changing: send its ETag in If-Match.",
  too_large: "This is too large.",
  text_too_large: "The text is larger than 10 MiB. Split it into several documents.",
  too_many_operations: "Too many operations at once. Send at most 10,000.",
  truncated: "The upload ended before it was complete. Nothing was stored; send it again.",
  empty_file: "There is nothing in the file. Choose the one that holds the articles.",
  binary_file:
    "This is no text file. Save what it holds as plain text or as JSONL, in UTF-8, and send that; unpack an archive such as .zip first.",
  other_format:
    "This file is an archive of a whole project. Import it as an archive (format=archive), into an empty project.",
  unsupported_type: "This type of content is not accepted here.",
  unsupported_method:
    "This address does not take that method. The answer’s Allow header names those that it takes.",
  operation_id_reused: "An operation with this id, but with other content, has been stored before.",
  foreign_reference: "This refers to something that does not exist in this project.",
  wrong_password: "The password is not right.",
  rate_limited: "Too many attempts. Wait a little, then try again.",
  busy: "Others changed the same thing at the same moment. Try again.",
  timeout: "This took too long and was stopped. Try again.",
  locked: "Somebody else is changing this at the moment. Try again.",
  overloaded: "There is too much to do at the moment. Try again in a few seconds.",
  db_unavailable: "The database cannot be reached at the moment. Try again in a few seconds.",
  storage_full: "The server has no space left, so nothing can be saved. Tell your administrator.",
  out_of_memory: "The database has no memory left for this. Tell your administrator.",
  corrupt: "Stored content does not agree with itself. Tell your administrator.",
  unexpected:
    "Something went wrong on our side. Try again; if it stays, tell your administrator the request id.",
};
