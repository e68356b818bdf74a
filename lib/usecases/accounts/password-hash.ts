import { hash, verify } from "@node-rs/argon2";

/** Argon2id; memory in KiB. The parameters travel with each hash, so raising them harms nobody. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a password that nobody has: what is compared where there is no user, so that both take equally long. */
let dummy: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** @param passwordHash null: nobody to compare with; takes as long and is false */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (dummy ??= hashPassword("nobody")));
  const matches = await verify(known, password.normalize("NFKC"));
  return matches && passwordHash !== null;
}
