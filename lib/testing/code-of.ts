import { AppError } from "@/lib/core/errors";

/** The code with which something is refused; "done" where it is not. What is no `AppError` goes on. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
