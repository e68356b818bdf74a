import type { ReactNode, ThHTMLAttributes, TdHTMLAttributes, HTMLAttributes } from "react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { classNames } from "./class-names";
import { defined } from "./defined";

export interface TableProps {
  /** Names the table for assistive technology. */
  readonly label: string;
  readonly children: ReactNode;
  /** Of the scrolling box: give it a height to let the header stick inside it. */
  readonly className?: string | undefined;
}

/** A real table in a box that scrolls sideways when it must. Header cells stick to the top of the box. */
export function Table({ label, children, className }: TableProps) {
  return (
    // A box that scrolls has to be reachable by keyboard.
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={classNames("relative overflow-auto", className)}
    >
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-base">
        {children}
      </table>
    </div>
  );
}

type SortDirection = "ascending" | "descending";
type CellAlign = "start" | "end";

export interface TableHeadCellProps extends Omit<
  ThHTMLAttributes<HTMLTableCellElement>,
  "align" | "aria-sort"
> {
  readonly align?: CellAlign | undefined;
  /** Of the column that sorts the table. */
  readonly sort?: SortDirection | undefined;
}

/** For a sortable column put a button or a link inside. */
export function TableHeadCell({ align = "start", sort, className, children, ...rest }: TableHeadCellProps) {
  const Arrow = sort === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      {...rest}
      {...defined({ "aria-sort": sort })}
      className={classNames(
        "sticky top-0 z-10 h-8 border-b border-line bg-paper px-3 text-sm font-medium whitespace-nowrap text-soft first:pl-4 last:pr-4",
        align === "end" ? "text-right" : "text-left",
        className,
      )}
    >
      <span className="inline-flex items-center gap-1">
        {children}
        {sort !== undefined && <Arrow aria-hidden className="size-3 text-ink" />}
      </span>
    </th>
  );
}

export interface TableRowProps extends HTMLAttributes<HTMLTableRowElement> {
  readonly isSelected?: boolean | undefined;
}

export function TableRow({ isSelected = false, className, ...rest }: TableRowProps) {
  return (
    <tr
      {...rest}
      className={classNames("group/row", isSelected ? "bg-accent-wash" : "hover:bg-hover", className)}
    />
  );
}

export interface TableCellProps extends Omit<TdHTMLAttributes<HTMLTableCellElement>, "align"> {
  readonly align?: CellAlign | undefined;
  /** Names the row: becomes a row header. */
  readonly isRowHeader?: boolean | undefined;
}

export function TableCell({ align = "start", isRowHeader = false, className, ...rest }: TableCellProps) {
  const Cell = isRowHeader ? "th" : "td";
  return (
    <Cell
      {...(isRowHeader ? { scope: "row" } : {})}
      {...rest}
      className={classNames(
        "h-10 border-b border-line px-3 py-1.5 font-normal first:pl-4 last:pr-4 group-last/row:border-b-0",
        isRowHeader && "min-w-44",
        align === "end" ? "text-right tabular-nums" : "text-left",
        className,
      )}
    />
  );
}
