import { describe, expect, it } from "vitest";
import { presetSchema } from "@/lib/core/schema/preset";
import { fromDraft, toDraft, type SchemaDraft } from "./schema-draft";

describe("the draft of a schema", () => {
  it("sends back what it was given when nothing was changed", () => {
    const { version: _, ...preset } = presetSchema("claim-actor-stance");
    expect(fromDraft(toDraft(preset))).toEqual(preset);
  });

  it("forgets the ends of a relation whose label was taken out", () => {
    const draft = toDraft(presetSchema("claim-actor-stance"));
    const without: SchemaDraft = { ...draft, labels: draft.labels.filter((label) => label.key !== "actor") };
    const toward = fromDraft(without).relationTypes.find((type) => type.key === "toward");
    expect(toward?.to).toEqual(["claim"]);
  });

  it("takes values one a line, without blanks around them", () => {
    const draft: SchemaDraft = {
      labels: [
        {
          isNew: true,
          key: "claim",
          name: "Claim",
          color: "amber",
          hotkey: "",
          description: "",
          archived: false,
          attributes: [
            {
              isNew: true,
              key: "type",
              name: "Type",
              type: "enum",
              values: " demand \n\nfactual\r\n",
              multiple: false,
              required: true,
            },
          ],
        },
      ],
      relationTypes: [],
    };
    expect(fromDraft(draft).labels[0]).toMatchObject({
      hotkey: null,
      attributes: [{ values: ["demand", "factual"] }],
    });
  });
});
