import { attributeEntry } from "@/lib/core/agreement/panel";
import { disagreementsHref } from "./agreement-address";
import { FigureTable } from "./figure-table";
import { figureOf } from "./figure-words";
import type { FiguresProps } from "./label-figures";

/** Values of attributes on spans that both marked; how many that were stands in the last column. */
export function AttributeFigures({ projectId, filter, view, labels }: FiguresProps) {
  const { figures, documents } = view;
  return (
    <FigureTable
      label="Agreement by attribute"
      rowsAre="Attribute"
      columns={["Same value", "κ", "α", "Spans matched"]}
      documents={documents.counted}
      rows={labels.flatMap(({ key: label, name, attributes }) =>
        attributes.map((attribute) => {
          const entry = attributeEntry(label, attribute.key);
          return {
            key: entry,
            head: (
              <>
                <span className="text-soft">{name} · </span>
                {attribute.name}
              </>
            ),
            figures: ["percent", "kappa", "alpha", "matched"].map((one) =>
              figureOf(figures, entry, one, label),
            ),
            href: disagreementsHref(projectId, { ...filter, label }),
          };
        }),
      )}
    />
  );
}
