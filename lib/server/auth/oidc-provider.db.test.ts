import { afterAll, describe, expect, it } from "vitest";
import { ADDRESS, asServer } from "@/lib/testing/as-server";
import { Browser } from "@/lib/testing/browser";
import { startOpenIdProvider, type Person } from "@/lib/testing/openid-provider";
import { newId, worldOf } from "@/lib/testing/world";
import { authRoute } from "./auth-route";

const provider = await startOpenIdProvider();
afterAll(provider.close);
const db = await asServer({
  TRIPTYCH_OIDC_ISSUER: provider.issuer,
  TRIPTYCH_OIDC_CLIENT_ID: "triptych",
  TRIPTYCH_OIDC_CLIENT_SECRET: "known to both",
  TRIPTYCH_OIDC_NAME: "University",
});
const world = worldOf(db);

/** The whole way: from our button over the provider's page and back. */
async function signIn(
  person: Person,
  browser = new Browser(authRoute),
): Promise<{ readonly browser: Browser; readonly landed: URL }> {
  const begun = await browser.post(["signin", "oidc"], { callbackUrl: "/settings" });
  const page = new URL(((await begun.json()) as { url: string }).url);
  expect(page.href).toMatch(`${provider.issuer}/authorize?`);
  const back = await browser.get(["callback", "oidc"], provider.signIn(page, person));
  return { browser, landed: new URL(back.headers.get("location") ?? "", ADDRESS) };
}

const sessionOf = async (browser: Browser) =>
  (await (await browser.get(["session"])).json()) as { user?: { id: string } };
const verified = (userId: string, sub: string = newId()): Person => ({
  sub,
  email: `${userId}@example.org`,
  email_verified: true,
});

describe("signing in at a provider", () => {
  it("lets in whoever has an account under the address that the provider vouches for", async () => {
    const userId = await world.person();
    const { browser, landed } = await signIn(verified(userId));
    expect(landed.href).toBe(`${ADDRESS}/settings`);
    expect(await sessionOf(browser)).toMatchObject({ user: { id: userId } });
    expect(await db.prisma.account.findMany({ where: { userId } })).toMatchObject([{ provider: "oidc" }]);
  });

  it("knows them again after their address has changed there", async () => {
    const userId = await world.person();
    const person = verified(userId);
    await signIn(person);
    const { browser } = await signIn({ sub: person.sub, email: "new@example.org", email_verified: true });
    expect(await sessionOf(browser)).toMatchObject({ user: { id: userId } });
  });

  it("makes no account, and believes no address that is not vouched for", async () => {
    const userId = await world.person();
    const before = await db.prisma.user.count();
    const { email_verified: _vouched, ...unverified } = verified(userId);
    for (const person of [
      verified(newId()),
      unverified,
      { ...unverified, email_verified: false },
      { sub: newId() },
    ]) {
      const { browser, landed } = await signIn(person);
      expect([landed.pathname, landed.searchParams.get("error")]).toEqual(["/sign-in", "NoAccount"]);
      expect(await sessionOf(browser)).toEqual({});
    }
    expect([await db.prisma.user.count(), await db.prisma.account.count({ where: { userId } })]).toEqual([
      before,
      0,
    ]);
  });

  it("takes no answer that another browser began", async () => {
    const userId = await world.person();
    const begun = await new Browser(authRoute).post(["signin", "oidc"], {});
    const page = new URL(((await begun.json()) as { url: string }).url);
    const victim = new Browser(authRoute);
    const back = await victim.get(["callback", "oidc"], provider.signIn(page, verified(userId)));
    expect(back.headers.get("location")).toMatch(/\/error\?error=OAuthCallback$/);
    expect(await sessionOf(victim)).toEqual({});
  });

  it("is named to whoever asks what there is", async () => {
    const offered = (await (await new Browser(authRoute).get(["providers"])).json()) as object;
    expect(offered).toMatchObject({ credentials: {}, oidc: { name: "University" } });
    expect(JSON.stringify(offered)).not.toContain("known to both");
  });
});
