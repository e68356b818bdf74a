import { z } from "zod";
import { ExternalId, MAX_TEXT_BYTES, Meta, NewDocument } from "@/lib/contracts/document";
import { textCounts } from "./text-counts";

/** A field left empty says nothing: it becomes null. */
const optional = <Output>(schema: z.ZodType<Output, string | null>) =>
  z
    .string()
    .transform((value) => (value.trim() === "" ? null : value.trim()))
    .pipe(schema);

/** The paste form: strings in, a `NewDocument` out. */
export const PastedDocument = z.object({
  externalId: optional(ExternalId.nullable()),
  text: NewDocument.shape.text.refine((text) => textCounts(text).bytes <= MAX_TEXT_BYTES, {
    error: "The text is larger than 10 MiB. Split it into several documents.",
  }),
  meta: z.object({
    title: optional(Meta.shape.title.unwrap()),
    source: optional(Meta.shape.source.unwrap()),
    publishedAt: optional(Meta.shape.publishedAt.unwrap()),
    url: optional(Meta.shape.url.unwrap()),
    language: optional(Meta.shape.language.unwrap()),
  }),
});

export type PastedFields = z.input<typeof PastedDocument>;
export type PastedDocument = z.output<typeof PastedDocument>;

export const NOTHING_PASTED: PastedFields = {
  externalId: "",
  text: "",
  meta: { title: "", source: "", publishedAt: "", url: "", language: "" },
};
