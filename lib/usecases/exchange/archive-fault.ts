import { AppError } from "@/lib/core/errors";

/** Why an archive is not taken, and which of its lines is to blame. */
export function archiveFault(line: number, message: string): AppError {
  const path = `line ${line}`;
  return new AppError("invalid", {
    detail: `The archive is damaged or was changed (${path}): ${message} Nothing was imported.`,
    faults: [{ path, code: "damaged_archive", message }],
  });
}
