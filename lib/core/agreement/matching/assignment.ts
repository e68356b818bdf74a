import { at } from "../../at";

/**
 * A complete assignment of least total cost: for each row a column of its own (the Hungarian method by shortest
 * augmenting paths; Kuhn 1955, Jonker & Volgenant 1987). O(rows² · columns).
 * @param costs of each row in each column, finite; not more rows than columns.
 * @returns for each row its column.
 * @throws RangeError where there are more rows than columns.
 */
export function assign(costs: readonly ArrayLike<number>[]): readonly number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (rows > columns) throw new RangeError(`${rows} rows cannot share ${columns} columns`);
  const rowPotential = new Float64Array(rows);
  const columnPotential = new Float64Array(columns);
  const rowOf = new Int32Array(columns).fill(-1);
  /** Of equally near columns a free one: it ends the search. */
  const isNearer = (one: number, column: number, other: number, known: number): boolean =>
    one < other || (one === other && at(rowOf, column) === -1 && at(rowOf, known) !== -1);

  // Whoever is cheapest where nobody else is, is there: most rows, and only the others need a search.
  const left: number[] = [];
  for (const [row, rowCosts] of costs.entries()) {
    let cheapest = 0;
    for (let column = 1; column < columns; column += 1)
      if (isNearer(at(rowCosts, column), column, at(rowCosts, cheapest), cheapest)) cheapest = column;
    rowPotential[row] = at(rowCosts, cheapest);
    if (at(rowOf, cheapest) === -1) rowOf[cheapest] = row;
    else left.push(row);
  }

  for (const unassigned of left) {
    const distance = new Float64Array(columns).fill(Infinity);
    const cameFrom = new Int32Array(columns).fill(-1);
    const done = new Uint8Array(columns);
    let row = unassigned;
    let last = -1;
    let reached = 0;
    for (;;) {
      const rowCosts = at(costs, row);
      let nearest = -1;
      let least = Infinity;
      for (let column = 0; column < columns; column += 1) {
        if (at(done, column) === 1) continue;
        const through = reached + at(rowCosts, column) - at(rowPotential, row) - at(columnPotential, column);
        if (through < at(distance, column)) {
          distance[column] = through;
          cameFrom[column] = last;
        }
        if (nearest === -1 || isNearer(at(distance, column), column, least, nearest)) {
          least = at(distance, column);
          nearest = column;
        }
      }
      reached = least;
      last = nearest;
      done[nearest] = 1;
      row = at(rowOf, nearest);
      if (row === -1) break;
    }
    rowPotential[unassigned] = at(rowPotential, unassigned) + reached;
    for (let column = 0; column < columns; column += 1) {
      if (at(done, column) === 0 || column === last) continue;
      const gained = reached - at(distance, column);
      columnPotential[column] = at(columnPotential, column) - gained;
      const held = at(rowOf, column);
      rowPotential[held] = at(rowPotential, held) + gained;
    }
    for (let column = last; column !== -1;) {
      const before = at(cameFrom, column);
      rowOf[column] = before === -1 ? unassigned : at(rowOf, before);
      column = before;
    }
  }

  const columnOf = new Array<number>(rows).fill(-1);
  for (const [column, row] of rowOf.entries()) if (row !== -1) columnOf[row] = column;
  return columnOf;
}
