import { describe, expect, it } from "vitest";
import { ROLES, type Access, type Actor } from "@/lib/core/access/actor";
import { canWithSet } from "@/lib/core/access/rules";
import type { SetId, UserId } from "@/lib/core/ids";
import { SET_KINDS, SET_STATES } from "@/lib/core/workflow/set-state";
import { testDatabase } from "@/lib/testing/test-database";
import { newId } from "@/lib/testing/world";
import { visibleSets } from "./visible-sets";

const db = await testDatabase();

const [ana, ben] = [newId<"user">(), newId<"user">()];
const projectId = newId<"project">();

const sets = SET_KINDS.flatMap((kind) =>
  SET_STATES.flatMap((state) =>
    (kind === "annotator" ? [ana, ben] : [null]).map((annotatorId) => ({
      id: newId<"set">(),
      kind,
      state,
      annotatorId,
    })),
  ),
);

const accessOf = (role: Access["role"], userId: UserId | null, limits: Actor["limits"] = null): Access => ({
  actor: { userId, isAdmin: false, limits },
  projectId,
  role,
});

async function visible(access: Access): Promise<readonly SetId[]> {
  const { rows } = await db.pool.query<{ id: SetId }>(
    `select id from jsonb_to_recordset($1::jsonb) as s(id uuid, kind text, state text, annotator_id uuid) where ${visibleSets(access)}`,
    [JSON.stringify(sets.map(({ annotatorId, ...set }) => ({ ...set, annotator_id: annotatorId })))],
  );
  return rows.map(({ id }) => id).sort();
}

describe("what SQL lets somebody see", () => {
  it.each(ROLES.flatMap((role) => [ana, null].map((userId) => [role, userId] as const)))(
    "is what the rules let a %s see (%s)",
    async (role, userId) => {
      const access = accessOf(role, userId);
      const allowed = sets.filter((set) => canWithSet(access, "set.read", set)).map(({ id }) => id);
      expect(await visible(access)).toEqual([...allowed].sort());
    },
  );

  it.each([
    ["not_found", accessOf(null, ana)],
    ["not_found", accessOf("manager", ana, { projectId: newId<"project">(), scopes: [] })],
    ["forbidden", accessOf("manager", ana, { projectId: null, scopes: ["annotate"] })],
  ])("is refused to those who may see nothing: %s", (code, access) => {
    let refusal: unknown;
    try {
      visibleSets(access);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code });
  });
});
