import type { ErrorCode } from "@/lib/core/errors";

/** What a form's action answers. `fields` holds one sentence for each field that is wrong, by its name. */
export type ActionResult<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly message: string;
      readonly fields?: Readonly<Record<string, string>>;
    };
