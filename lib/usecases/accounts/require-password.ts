import { PASSWORD_MESSAGES } from "@/lib/contracts/account";
import { passwordProblem } from "@/lib/core/account/password-problem";
import { AppError } from "@/lib/core/errors";

/**
 * The whole policy for a password, now that its user is known.
 * @param path the field that the password came in
 * @throws AppError `invalid`
 */
export function requirePassword(password: string, email: string, path: string): void {
  const problem = passwordProblem(password, email);
  if (problem === null) return;
  throw new AppError("invalid", { faults: [{ path, code: problem, message: PASSWORD_MESSAGES[problem] }] });
}
