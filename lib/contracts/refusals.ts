import type { Refusal } from "@/lib/core/annotation/operation";

/** What people read when an operation was refused: why, and what can be done about it. */
export const REFUSAL_MESSAGES: Readonly<Record<Refusal, string>> = {
  locked: "The work was submitted before this arrived. Ask a reviewer to give it back, then try again.",
  wrong_state: "The work is in another state by now, so this step does not apply any more.",
  incomplete: "Something required is still missing. Fill it in, then submit again.",
  out_of_text: "The span lies beyond the end of the text.",
  quote_mismatch: "The text at this place is not what was marked.",
  unknown_label: "The schema has no such label any more.",
  archived_label: "The label has been archived. Choose another one.",
  unknown_attribute: "This label has no such attribute.",
  invalid_value: "The schema does not allow this value any more.",
  unknown_relation_type: "The schema has no such relation any more.",
  relation_rule: "This relation cannot lead from the one label to the other.",
  duplicate_relation: "The two are linked in this way already.",
  exists: "This was made before.",
  not_found: "The annotation it refers to does not exist.",
  deleted: "The annotation has been deleted. Restore it, then try again.",
  not_deleted: "The annotation is there already.",
  superseded: "This has been changed since, so the earlier value was not brought back.",
  not_yours: "Somebody else did this; only they can undo it.",
  already_undone: "This has been undone already.",
  not_undoable: "This step cannot be undone.",
};
