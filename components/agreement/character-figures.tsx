import { FigureTable } from "./figure-table";
import { figureOf } from "./figure-words";
import type { FiguresProps } from "./label-figures";

type CharacterFiguresProps = Pick<FiguresProps, "view" | "labels">;

/** κ and α over characters, because readers ask for them; what they cannot see is said beside them. */
export function CharacterFigures({ view: { figures, documents }, labels }: CharacterFiguresProps) {
  return (
    <FigureTable
      label="Measures over characters"
      rowsAre="Label"
      columns={["κ (Cohen)", "α (Krippendorff)"]}
      documents={documents.counted}
      rows={labels.map(({ key, name }) => ({
        key,
        head: name,
        figures: [
          figureOf(figures, "position-kappa", "kappa", key),
          figureOf(figures, "position-alpha", "alpha", key),
        ],
      }))}
    />
  );
}
