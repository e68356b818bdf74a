import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { NewToken } from "@/lib/contracts/account";
import { ownerOfToken } from "@/lib/db/token-repository";
import { contextOf, newId, NOW, worldOf } from "@/lib/testing/world";
import { testDatabase } from "@/lib/testing/test-database";
import { createToken, createTokenFor } from "./create-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";
import { hashSecret, isApiToken } from "./secret-token";

const db = await testDatabase();
const world = worldOf(db);
const given = (more: object = {}) => NewToken.parse({ name: "Nightly export", ...more });
const ownerOf = (token: string, at = NOW) => ownerOfToken(db, hashSecret(token), at);
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

describe("an API token", () => {
  it("acts for its maker, and is told once", async () => {
    const userId = await world.person();
    const ctx = contextOf(db, userId);
    const { token, ...shown } = await createToken(ctx, given());
    expect(isApiToken(token)).toBe(true);
    expect(await ownerOf(token)).toMatchObject({ userId, isAdmin: false, projectId: null, scopes: [] });
    expect(await listTokens(ctx)).toEqual([{ ...shown, lastUsedAt: NOW.toISOString() }]);
    const rows = await db.prisma.apiToken.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("cannot be asked for without any right, which would be all of them", () => {
    expect(() => given({ scopes: [] })).toThrow("Choose at least one right.");
  });

  it("is cut down to a project and to scopes, in one order whatever was asked", async () => {
    const projectId = await world.project();
    const ctx = contextOf(db, await world.member(projectId, "annotator"));
    const { token } = await createToken(ctx, given({ projectId, scopes: ["annotate", "read"] }));
    expect(await ownerOf(token)).toMatchObject({ projectId, scopes: ["read", "annotate"] });
  });

  it("is for no project that its maker does not see", async () => {
    const projectId = await world.project();
    const ctx = contextOf(db, await world.person());
    await expect(createToken(ctx, given({ projectId }))).rejects.toMatchObject({ code: "not_found" });
  });

  it("ends when it expires, when it is revoked, and when its owner is disabled", async () => {
    const userId = await world.person();
    const ctx = contextOf(db, userId);
    const expiring = await createToken(ctx, given({ expiresAt: minutes(1).toISOString() }));
    expect(await ownerOf(expiring.token)).not.toBeNull();
    expect(await ownerOf(expiring.token, minutes(1))).toBeNull();

    const revoked = await createToken(ctx, given());
    await revokeToken(ctx, { tokenId: revoked.id });
    expect(await ownerOf(revoked.token)).toBeNull();
    await expect(revokeToken(ctx, { tokenId: revoked.id })).rejects.toMatchObject({ code: "not_found" });

    const other = await createToken(ctx, given());
    await db.prisma.user.update({ where: { id: userId }, data: { disabledAt: NOW } });
    expect(await ownerOf(other.token)).toBeNull();
  });

  it("cannot be made to end in the past", async () => {
    const ctx = contextOf(db, await world.person());
    await expect(createToken(ctx, given({ expiresAt: NOW.toISOString() }))).rejects.toMatchObject({
      faults: [{ path: "expiresAt" }],
    });
  });

  it("is seen and revoked by nobody else", async () => {
    const { id } = await createToken(contextOf(db, await world.person()), given());
    const other = contextOf(db, await world.person());
    expect(await listTokens(other)).toEqual([]);
    await expect(revokeToken(other, { tokenId: id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("that was cut down neither makes, lists nor revokes tokens", async () => {
    const userId = await world.person();
    const { id } = await createToken(contextOf(db, userId), given());
    const limited = contextOf(db, {
      userId,
      isAdmin: false,
      limits: { projectId: null, scopes: ["manage"] },
    });
    await expect(createToken(limited, given())).rejects.toMatchObject({ code: "forbidden" });
    await expect(listTokens(limited)).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeToken(limited, { tokenId: id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("notes its use, but not each time", async () => {
    const ctx = contextOf(db, await world.person());
    const { token } = await createToken(ctx, given());
    const lastUse = async () => (await listTokens(ctx))[0]?.lastUsedAt;
    await ownerOf(token, minutes(0));
    await ownerOf(token, minutes(9));
    expect(await lastUse()).toBe(minutes(0).toISOString());
    await ownerOf(token, minutes(11));
    expect(await lastUse()).toBe(minutes(11).toISOString());
  });
});

describe("at the command line", () => {
  it("tokens are made for others, and nowhere else", async () => {
    const userId = await world.person();
    const input = { ...given(), email: `${userId}@example.org` };
    const { token } = await createTokenFor(contextOf(db, OPERATOR), input);
    expect(await ownerOf(token)).toMatchObject({ userId });
    const admin = contextOf(db, { userId: await world.person(), isAdmin: true, limits: null });
    await expect(createTokenFor(admin, input)).rejects.toMatchObject({ code: "forbidden" });
    const nobody = { ...input, email: `${newId()}@example.org` };
    await expect(createTokenFor(contextOf(db, OPERATOR), nobody)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
