import { expect, test } from "@playwright/test";
import type { Id, UserId } from "@/lib/core/ids";
import { sessionCookieName, signSession } from "@/lib/server/session-token";
import { newId } from "@/lib/testing/world";
import { SECRET } from "../fixtures/app-server";
import { AnnotatePage } from "../fixtures/annotate-page";
import { aTerminal } from "./terminal";

const READY = /ready at (http:\/\/127\.0\.0\.1:\d+\/)[\s\S]*Stop it with Ctrl-C/;

interface Listed {
  readonly items: readonly { readonly id: Id<"project"> & Id<"document"> }[];
}

test("a server that is asked to end while somebody types loses nothing; the next version asks for a reload and gets the rest", async ({
  page,
  context,
}) => {
  const installation = await aTerminal({ NEXTAUTH_SECRET: SECRET, TRIPTYCH_BUILD: "the-first" });
  const nextVersion = await aTerminal({
    NEXTAUTH_SECRET: SECRET,
    TRIPTYCH_BUILD: "the-second",
    TRIPTYCH_DATA_DIR: installation.dataFolder,
  });
  try {
    const first = installation.type("start");
    const [, address = ""] = await first.says(READY);
    const token = await installation.managerToken();
    const ask = async <T>(path: string): Promise<T> =>
      (await (
        await fetch(new URL(`api/v1/${path}`, address), { headers: { authorization: `Bearer ${token}` } })
      ).json()) as T;
    const { id: userId } = await ask<{ readonly id: UserId }>("me");
    const projectId = (await ask<Listed>("projects")).items[0]?.id ?? ("" as Id<"project">);
    const documentId =
      (await ask<Listed>(`projects/${projectId}/documents`)).items[0]?.id ?? ("" as Id<"document">);
    const value = await signSession({ userId, version: 1, sessionId: newId() }, SECRET);
    const name = sessionCookieName(new URL(address));
    await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: "Lax" }]);
    const annotate = new AnnotatePage(page, { projectId, documentId, userId });
    await page.goto(`${address}projects/${projectId}/documents/${documentId}/annotate`);
    await annotate.ready();

    await annotate.press("Control+Home");
    const type = async (words: number) => {
      for (let word = 0; word < words; word++) await annotate.press("2", "ArrowRight");
    };
    await type(10);
    first.process.kill("SIGTERM");
    await type(20);
    expect(await first.ends()).toBe(0);
    await type(10);
    await expect(annotate.save).toHaveAttribute("data-save", "offline");
    await expect(annotate.save).toHaveAttribute("title", /saved on this device/);

    await nextVersion.type("start").says(READY);
    const notice = page.getByRole("status", { name: "A newer version" });
    await expect(notice).toBeVisible({ timeout: 60_000 });
    await annotate.press("2", "ArrowRight");
    await notice.getByRole("button", { name: "Reload" }).click();
    await annotate.ready();
    await expect(notice).toBeHidden();
    await expect(page.getByTestId("annotation-count")).toHaveText("41");
    const [set] = (await ask<Listed>(`projects/${projectId}/documents/${documentId}/sets`)).items;
    const stored = await ask<{ readonly annotations: readonly unknown[] }>(
      `projects/${projectId}/sets/${set?.id ?? ""}`,
    );
    expect(stored.annotations).toHaveLength(41);
  } finally {
    await nextVersion.close();
    await installation.close();
  }
});
