import { Email } from "@/lib/contracts/account";
import { UsageError } from "./command";

/** An address in the spelling under which it is stored. @throws UsageError */
export function readEmail(given: string): string {
  const { data } = Email.safeParse(given);
  if (data === undefined) throw new UsageError("--email must be one address, such as ana@example.org");
  return data;
}
