import { describe, expect, it } from "vitest";
import { NewDocument } from "@/lib/contracts/document";
import { NOTHING_PASTED, PastedDocument } from "./pasted-document";

describe("what is pasted", () => {
  it("is a document as the interface takes it, with null for what was left empty", () => {
    const pasted = PastedDocument.parse({
      ...NOTHING_PASTED,
      text: " A text. \r\n",
      meta: { ...NOTHING_PASTED.meta, source: " AFP " },
    });
    expect(pasted).toMatchObject({
      externalId: null,
      text: " A text. \r\n",
      meta: { source: "AFP", title: null },
    });
    expect(NewDocument.safeParse(pasted).success).toBe(true);
  });

  it("may have ten mebibytes in UTF-8 and not a byte more", () => {
    const emoji = "🚲".repeat((10 * 1024 * 1024) / 4);
    expect(PastedDocument.safeParse({ ...NOTHING_PASTED, text: emoji }).success).toBe(true);
    expect(PastedDocument.safeParse({ ...NOTHING_PASTED, text: `${emoji}a` }).error?.issues[0]).toMatchObject(
      {
        path: ["text"],
        message: "The text is larger than 10 MiB. Split it into several documents.",
      },
    );
  });

  it("has appeared on a day of the calendar, or nothing is said of it", () => {
    const on = (publishedAt: string) =>
      PastedDocument.safeParse({
        ...NOTHING_PASTED,
        text: "A text.",
        meta: { ...NOTHING_PASTED.meta, publishedAt },
      });
    for (const date of ["", " 2020-02-29 ", "2019-03", "2019"]) expect(on(date).success).toBe(true);
    expect(on("2019-02-31").error?.issues[0]).toMatchObject({
      path: ["meta", "publishedAt"],
      message: expect.stringMatching(/^A date such as 2019-03-30/) as unknown,
    });
  });

  it.each(["A\u0000", "\ud800"])("is refused where no database could hold it", (text) => {
    expect(PastedDocument.safeParse({ ...NOTHING_PASTED, text }).success).toBe(false);
  });
});
