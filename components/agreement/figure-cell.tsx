import { TableCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { panelFigureKey, type PanelFigure } from "@/lib/core/agreement/panel";
import { inWords } from "./figure-words";
import { IntervalText } from "./intervals";

export interface FigureCellProps {
  readonly figure: PanelFigure | undefined;
  /** How many documents stand behind it. */
  readonly documents: number;
  /** Where the spans behind the number are. */
  readonly href?: string | undefined;
}

/** A figure with its interval below; it leads to the spans that it was made of. */
export function FigureCell({ figure, documents, href }: FigureCellProps) {
  if (figure === undefined)
    return (
      <TableCell align="end" className="text-soft">
        –
      </TableCell>
    );
  const isDefined = figure.coefficient.value !== null;
  const words = inWords(figure.coefficient);
  return (
    <TableCell align="end">
      {isDefined && href !== undefined ? (
        <TextLink quiet href={href} prefetch={false} className="font-medium">
          {words}
        </TextLink>
      ) : (
        <span className={isDefined ? "font-medium" : "text-sm whitespace-nowrap text-soft"}>{words}</span>
      )}
      {isDefined && (
        <span className="block text-xs whitespace-nowrap text-soft">
          <IntervalText figureKey={panelFigureKey(figure)} documents={documents} />
        </span>
      )}
    </TableCell>
  );
}
