import { AppError } from "@/lib/core/errors";

/** The failure that `work` ends in, with the places that are at fault: `invalid labels[0].key duplicate_key`; or "done". */
export async function faultsOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.faults.map(({ path, code }) => `${path} ${code}`)].join(" ");
  }
}
