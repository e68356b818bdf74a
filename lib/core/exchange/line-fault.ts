import type { Refusal } from "../annotation/operation";

/** Why a line of an import file was not taken. The message says how to mend it. */
export interface LineFault {
  readonly code: LineFaultCode;
  readonly message: string;
}

/** A fault and where it is: the line, counted from 1, and the offset of the byte in the file, from 0. */
export interface LineError extends LineFault {
  readonly line: number;
  readonly byte: number;
}

/** What only a file's line can have wrong; the rest are refusals of the reducer, which judges imported annotations too. */
type OwnCode =
  | "line_too_long"
  | "invalid_utf8"
  | "nul_char"
  | "ill_formed_unicode"
  | "malformed_json"
  | "too_deep"
  | "invalid_number"
  | "forbidden_key"
  | "not_an_object"
  | "missing_text"
  | "empty_text"
  | "text_too_large"
  | "text_damaged"
  | "invalid_external_id"
  | "conflicting_metadata"
  | "invalid_metadata"
  | "invalid_date"
  | "invalid_annotations"
  | "offset_mismatch"
  | "offset_unit_unknown"
  | "duplicate_external_id"
  | "text_differs"
  | "in_trash";

export type LineFaultCode = OwnCode | Refusal;

export function fault(code: LineFaultCode, message: string): LineFault {
  return { code, message };
}

/** Whether a step of reading a line came to a fault instead of a value. */
export function isFault(result: object): result is LineFault {
  return "code" in result && "message" in result;
}
