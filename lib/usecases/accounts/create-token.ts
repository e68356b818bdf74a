import type { CreatedToken, NewToken } from "@/lib/contracts/account";
import { AppError } from "@/lib/core/errors";
import type { UserId } from "@/lib/core/ids";
import { insertToken } from "@/lib/db/token-repository";
import { userByEmail } from "@/lib/db/user-repository";
import { permit, personOf, type Context } from "../context";
import { listTokens } from "./list-tokens";
import { requireFullRights } from "./require-full-rights";
import { hashSecret, newApiToken } from "./secret-token";

/**
 * Makes a token that acts for the actor, as far as `projectId` and `scopes` let it.
 * @throws AppError `not_found` for a project that the actor is no member of, `invalid` for an expiry in the past.
 */
export async function createToken(ctx: Context, input: NewToken): Promise<CreatedToken> {
  requireFullRights(ctx);
  const userId = personOf(ctx);
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  if (expiresAt !== null && expiresAt <= ctx.now()) throw past();
  if (input.projectId !== null) await permit(ctx, input.projectId, "project.read");
  const token = newApiToken();
  const id: string = ctx.newId();
  const { name, projectId, scopes } = input;
  await insertToken(ctx.db.prisma, {
    id,
    tokenHash: hashSecret(token),
    userId,
    name,
    projectId,
    scopes,
    expiresAt,
    createdAt: ctx.now(),
  });
  const made = (await listTokens(ctx)).find((one) => one.id === id);
  if (made === undefined) throw new RangeError(`Token ${id} vanished`);
  return { ...made, token };
}

/**
 * The same for somebody else, at the machine's command line.
 * @param input.email canonical
 * @throws AppError `forbidden` everywhere else: nobody makes tokens that act for others.
 */
export async function createTokenFor(
  ctx: Context,
  { email, ...input }: NewToken & { readonly email: string },
): Promise<CreatedToken> {
  if (ctx.actor.userId !== null) throw new AppError("forbidden");
  const user = await userByEmail(ctx.db.prisma, email);
  if (user === null || user.disabledAt !== null)
    throw new AppError("not_found", { detail: "Nobody has this address." });
  return createToken(asPerson(ctx, user.id, user.isAdmin), input);
}

function asPerson(ctx: Context, userId: UserId, isAdmin: boolean): Context {
  return { ...ctx, actor: { userId, isAdmin, limits: null } };
}

function past(): AppError {
  const message = "Choose a moment in the future.";
  return new AppError("invalid", { faults: [{ path: "expiresAt", code: "in_the_past", message }] });
}
