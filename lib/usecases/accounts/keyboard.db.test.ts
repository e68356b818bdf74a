import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access/actor";
import { DEFAULT_KEYBOARD } from "@/lib/core/keyboard/keyboard";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { readKeyboard } from "./read-keyboard";
import { writeKeyboard } from "./write-keyboard";

const db = await testDatabase();
const world = worldOf(db);
const own = { keys: { link: ["F2"], guideline: [] }, singleCharacters: false };

describe("a person's keyboard", () => {
  it("is as the app comes until they change it, and then theirs alone", async () => {
    const ana = contextOf(db, await world.person());
    const ben = contextOf(db, await world.person());
    expect(await readKeyboard(ana)).toEqual(DEFAULT_KEYBOARD);
    await writeKeyboard(ana, own);
    expect(await readKeyboard(ana)).toEqual(own);
    expect(await readKeyboard(ben)).toEqual(DEFAULT_KEYBOARD);
    await writeKeyboard(ana, DEFAULT_KEYBOARD);
    expect(await readKeyboard(ana)).toEqual(DEFAULT_KEYBOARD);
  });

  it("is read without commands that are gone, and does without what it cannot read", async () => {
    const userId = await world.person();
    const ctx = contextOf(db, userId);
    const store = (keyboard: object) => db.prisma.user.update({ where: { id: userId }, data: { keyboard } });
    await store({ keys: { link: ["F2"], gone: ["F4"] }, singleCharacters: true });
    expect(await readKeyboard(ctx)).toEqual({ keys: { link: ["F2"] }, singleCharacters: true });
    await store({ keys: [] });
    expect(await readKeyboard(ctx)).toEqual(DEFAULT_KEYBOARD);
  });

  it("is not changed with a token that was cut down", async () => {
    const userId = await world.person();
    const reading: Actor = { userId, isAdmin: false, limits: { projectId: null, scopes: ["read"] } };
    expect(await codeOf(writeKeyboard(contextOf(db, reading), own))).toBe("forbidden");
  });
});
